// `npm run bench [-- options] [scenario…]`: measures what is named, or the quick scenarios; docs/performance.md tells how.
import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { withSection } from './bench/figures-page.ts'
import { table } from './bench/report.ts'
import { consoleListing } from './bench/scenarios/console.ts'
import { guarded } from './bench/scenarios/guarded.ts'
import { images12 } from './bench/scenarios/images.ts'
import { inline } from './bench/scenarios/inline.ts'
import { large } from './bench/scenarios/large.ts'
import { listingScale } from './bench/scenarios/listing-scale.ts'
import { memory } from './bench/scenarios/memory.ts'
import { objects } from './bench/scenarios/objects.ts'
import { rest } from './bench/scenarios/rest.ts'
import { trailer } from './bench/scenarios/trailer.ts'
import { workers } from './bench/scenarios/workers.ts'
import type { Bench, Suite } from './bench/bench.ts'
import type { Figure } from './bench/figure.ts'

const suites: readonly Suite[] = [
  objects,
  trailer,
  large,
  listingScale,
  guarded,
  rest,
  images12,
  consoleListing,
  workers,
  inline,
  memory,
]
const root = resolve(import.meta.dirname, '..')
const page = join(root, 'docs/performance.md')

const usage = `Usage: npm run bench [-- options] [scenario…]

Scenarios: ${suites.map(({ names, isQuick }) => names.join(' ') + (isQuick ? '' : ' (only when named)')).join(', ')}

  --seconds N      of each measurement (6)
  --data-dir DIR   where the servers keep their data while they are measured (a folder beside the packages)
  --program FILE   the built program (dist/main.cjs)
  --json           print the figures as JSON
  --write          put the tables into docs/performance.md
`

const options = {
  seconds: { type: 'string', default: '6' },
  'data-dir': { type: 'string', default: join(root, 'node_modules/.cache') },
  program: { type: 'string', default: join(root, 'dist/main.cjs') },
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

class UsageError extends Error {}

/** What was measured of a suite. */
interface Result {
  readonly suite: Suite
  readonly figures: readonly Figure[]
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args)
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const seconds = Number(values.seconds)
  if (!(seconds > 0)) throw new UsageError(`--seconds is ${values.seconds}; allowed: a number above 0.`)
  if (!existsSync(values.program)) throw new UsageError(`${values.program} is missing: npm run build`)
  const chosen = choose(positionals)
  const bench = {
    program: resolve(values.program),
    folder: await temporaryFolder(resolve(values['data-dir'])),
    seconds,
  }
  const results: Result[] = []
  for (const { suite, names } of chosen) {
    const figures = await figuresOf(suite, bench, names)
    if (!figures) continue
    results.push({ suite, figures })
    if (!values.json) process.stdout.write(`\n${suite.title}\n\n${table(figures)}\n`)
  }
  if (values.json) process.stdout.write(`${JSON.stringify(asRecord(results), null, 2)}\n`)
  if (values.write) await writePage(results, seconds)
}

/** Undefined when the suite failed: the others go on. */
async function figuresOf(suite: Suite, bench: Bench, names: readonly string[]) {
  try {
    return await suite.run(bench, names)
  } catch (error) {
    process.stderr.write(`${suite.id}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
    return undefined
  }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function choose(names: readonly string[]) {
  const known = suites.flatMap((suite) => suite.names)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new UsageError(`There is no scenario ${unknown.join(', ')}.`)
  const isWanted = (suite: Suite) => (name: string) =>
    names.length === 0 ? suite.isQuick : names.includes(name)
  return suites
    .map((suite) => ({ suite, names: suite.names.filter(isWanted(suite)) }))
    .filter((choice) => choice.names.length > 0)
}

/** Goes with this process, however it ends. */
async function temporaryFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'seau-bench-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
  return folder
}

const asRecord = (results: readonly Result[]) =>
  Object.fromEntries(results.map(({ suite, figures }) => [suite.id, figures]))

async function writePage(results: readonly Result[], seconds: number): Promise<void> {
  const when = new Date().toISOString().slice(0, 10)
  const how = `${when}, Node ${process.versions.node}, ${String(availableParallelism())} cores, ${String(seconds)} s each:`
  const sections = results.map(({ suite, figures }) => [suite.id, `${how}\n\n${table(figures)}`] as const)
  const text = sections.reduce(
    (current, [id, content]) => withSection(current, id, content),
    await readFile(page, 'utf8'),
  )
  await writeFile(page, text)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
