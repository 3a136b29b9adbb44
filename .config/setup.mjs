// Makes a fresh clone ready: installs the packages, then builds. Does nothing when both are up to date.
// Usage: node .config/setup.mjs [install | build]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

class SetupError extends Error {}

function requireNode() {
  const needed = readJson(at('package.json')).engines.node.replace('>=', '')
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [neededMajor, neededMinor] = needed.split('.').map(Number)
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return
  throw new SetupError(`Seau needs Node ${needed} or newer; this is Node ${process.versions.node}.`)
}

/** npm records what it installed; that record is compared with the lock file, so an `npm ci` by hand counts too. */
function isInstalled() {
  const record = at('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readJson(record).packages
  const agrees = ([path, wanted]) => {
    const found = installed[path]
    if (!found) return path === '' || wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  }
  return Object.entries(readJson(at('package-lock.json')).packages).every(agrees) && sqliteLoads()
}

/** Tells a copy of node_modules from another platform, where npm's record alone looks right. */
function sqliteLoads() {
  try {
    createRequire(import.meta.url)('sqlite3')
    return true
  } catch {
    return false
  }
}

function install() {
  if (isInstalled()) return
  const headers = findHeaders()
  const env = { ...process.env, ...(headers && { npm_package_config_node_gyp_nodedir: headers }) }
  progress('Installing packages (about a minute when sqlite3 has to be compiled)', () => {
    const { status, output } = npm(['ci', '--include=dev', '--no-audit', '--no-fund'], env)
    if (status !== 0) throw new SetupError(missingForSqlite(output, headers) ?? `npm ci failed:\n${output}`)
  })
  installHooks()
}

/** sqlite3 compiles against these without network. They are N-API, so any Node's will do. */
function findHeaders() {
  const places = [dirname(dirname(process.execPath)), '/usr', '/usr/local']
  return places.find((place) => existsSync(join(place, 'include', 'node', 'node_api.h')))
}

function missingForSqlite(output, headers) {
  if (process.platform === 'win32' || !/sqlite3/.test(output) || !/gyp/.test(output)) return undefined
  const missing = [
    ['python3', ['python3', 'python']],
    ['make', ['make', 'gmake']],
    ['a C++ compiler', ['c++', 'g++', 'clang++']],
  ].flatMap(([what, commands]) => (commands.some(runs) ? [] : [what]))
  if (!headers && /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|getaddrinfo|404|403/.test(output)) {
    missing.push('the headers of Node (include/node)')
  }
  if (missing.length === 0) return undefined
  const needs = missing.join(', ')
  return `sqlite3 has no ready-made binary for this machine, and compiling it needs what is missing here: ${needs}.`
}

const runs = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0

function npm(args, env) {
  const cli = process.env.npm_execpath
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 26 }
  const result = cli?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (result.error) throw new SetupError(`npm cannot be started: ${result.error.message}`)
  return { status: result.status, output: `${result.stdout}${result.stderr}`.trim() }
}

/** Contributors get the pre-commit hook; it is a comfort, so a failure is no reason to stop. */
function installHooks() {
  if (process.env.CI || !existsSync(at('.git')) || !statSync(at('.git')).isDirectory()) return
  spawnSync(process.execPath, [at('node_modules', 'simple-git-hooks', 'cli.js')], {
    cwd: root,
    stdio: 'ignore',
  })
}

function build() {
  const stamp = at('dist', '.sources')
  const sources = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  progress('Building', () => {
    rmSync(at('dist'), { recursive: true, force: true })
    const pretty = ['--pretty', String(process.stderr.isTTY === true)]
    runTool(at('node_modules', 'typescript', 'bin', 'tsc'), [
      '-p',
      at('.config', 'tsconfig.build.json'),
      ...pretty,
    ])
    runTool(at('node_modules', 'vite', 'bin', 'vite.js'), [
      'build',
      '-c',
      at('.config', 'vite.config.ts'),
      '--logLevel',
      'warn',
    ])
    writeFileSync(stamp, sources)
  })
}

function runTool(tool, args) {
  const result = spawnSync(process.execPath, [tool, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (result.status !== 0) throw new SetupError(`The build failed:\n${result.stdout}${result.stderr}`)
}

function hashSources() {
  const hash = createHash('sha256')
  const configs = ['tsconfig.build.json', 'vite.config.ts'].map((name) => join('.config', name))
  const settings = ['package-lock.json', 'tsconfig.json', ...configs]
  for (const path of [...settings, ...listFiles('src')]) {
    const bytes = readFileSync(at(path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

function listFiles(folder) {
  return readdirSync(at(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? listFiles(path) : [path]
    })
}

/** On stderr, so that what a command prints stays its own. */
function progress(what, work) {
  const started = Date.now()
  process.stderr.write(`${what} … `)
  try {
    work()
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`)
}

const steps = { install, build }
try {
  requireNode()
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(steps)
  for (const name of wanted) steps[name]()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
