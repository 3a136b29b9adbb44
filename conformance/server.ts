// The server under test: the one that the environment names, or a fresh Seau on free ports.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { run } from './process.ts'
import type { RunOptions } from './process.ts'
import type { Target } from './suite.ts'

export interface Server {
  readonly target: Target
  readonly close: () => Promise<void>
}

/** `SEAU_TEST_ENDPOINT` with `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_REGION`, else a Seau of our own. */
export async function openServer(environment: NodeJS.ProcessEnv): Promise<Server> {
  const endpoint = environment['SEAU_TEST_ENDPOINT']
  if (endpoint === undefined) return startSeau()
  const target = {
    endpoint: endpoint.replace(/\/+$/, ''),
    region: environment['AWS_REGION'] ?? 'us-east-1',
    accessKey: required(environment, 'AWS_ACCESS_KEY_ID'),
    secretKey: required(environment, 'AWS_SECRET_ACCESS_KEY'),
  }
  return { target, close: () => Promise.resolve() }
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name]
  if (value === undefined) throw new Error(`SEAU_TEST_ENDPOINT is set, so ${name} must be set too`)
  return value
}

const program = resolve(import.meta.dirname, '../dist/main.cjs')

/** A fresh Seau on free ports, with `settings` as further variables of its environment. */
export async function startSeau(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  if (!existsSync(program)) throw new Error('dist/main.cjs is missing: npm run build')
  const folder = await mkdtemp(join(tmpdir(), 'seau-conformance-data-'))
  const archive = join(folder, 'archive')
  await mkdir(archive)
  const [port, consolePort] = await freePorts()
  const accessKey = 'CONFORMANCE' + randomBytes(4).toString('hex').toUpperCase()
  const secretKey = randomBytes(20).toString('hex')
  const env = {
    PATH: process.env['PATH'] ?? '',
    SEAU_PORT: port,
    SEAU_CONSOLE_PORT: consolePort,
    SEAU_DATA: join(folder, 'data'),
    SEAU_ROOT_ACCESS_KEY: accessKey,
    SEAU_ROOT_SECRET_KEY: secretKey,
    SEAU_LOG_LEVEL: 'warn',
    SEAU_STORAGE_GLACIER: archive,
    ...settings,
  }
  const stdio = ['ignore', 'ignore', 'pipe'] as const
  const child = spawn(process.execPath, [program, 'serve'], { cwd: folder, env, stdio: [...stdio] })
  const words = text(child.stderr)
  const endpoint = `http://127.0.0.1:${port}`
  const consoleUrl = `http://127.0.0.1:${consolePort}`
  const close = async () => {
    await stop(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await answering(`${consoleUrl}/health/ready`, child)
    const rest = { url: consoleUrl, apiKey: await apiKey({ cwd: folder, env }) }
    const metricsUrl = `${consoleUrl}/metrics`
    return { target: { endpoint, region: 'us-east-1', accessKey, secretKey, metricsUrl, rest }, close }
  } catch (error) {
    await close()
    throw new Error(`Seau did not start: ${(await words).trim()}`, { cause: error })
  }
}

/** Made as people do it, with the program. */
async function apiKey(place: RunOptions): Promise<string> {
  const made = await run(
    process.execPath,
    [program, 'api-key', 'create', '--project', 'default', '--json'],
    place,
  )
  return (JSON.parse(made) as { token: string }).token
}

/** Two ports that were free a moment ago, as text. */
export async function freePorts(): Promise<readonly [string, string]> {
  const listeners = [createServer(), createServer()]
  await Promise.all(listeners.map((listener) => once(listener.listen(0, '127.0.0.1'), 'listening')))
  const ports = listeners.map((listener) => {
    const address = listener.address()
    listener.close()
    return typeof address === 'object' && address !== null ? String(address.port) : ''
  })
  return [ports[0] ?? '', ports[1] ?? '']
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000
  while (child.exitCode === null && Date.now() < deadline) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    )
    if (answered) return
    await delay(100)
  }
  throw new Error('no answer')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await Promise.race([once(child, 'exit'), delay(10_000).then(() => child.kill('SIGKILL'))])
}
