import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { createBucket } from '../ask.ts'
import { cpuRatio, type Figure } from '../figure.ts'
import { fill, measure, measureInTurns } from '../measure.ts'
import { residentMib } from '../process-cost.ts'
import { withBare, withSeau, type RunningServer } from '../servers.ts'
import { signedGet, signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'

interface Size {
  readonly label: string
  readonly title: string
  readonly bytes: number
  readonly connections: number
  readonly keys: number
}

const sizes: readonly Size[] = [
  { label: '4k', title: '4 KiB', bytes: 2 ** 12, connections: 32, keys: 20_000 },
  { label: '64k', title: '64 KiB', bytes: 2 ** 16, connections: 16, keys: 4000 },
  { label: '8m', title: '8 MiB', bytes: 2 ** 23, connections: 4, keys: 40 },
]
const goals: Readonly<Record<string, number>> = { put4k: 16, get4k: 7, list: 180 }
const idleGoalMib = 100

/** PUT, GET and listings, beside the bare server. */
export const objects: Suite = {
  id: 'objects',
  title: 'Objects and listings',
  names: ['idle', ...sizes.flatMap(({ label }) => [`put${label}`, `get${label}`]), 'list', 'delim'],
  isQuick: true,
  run: (bench, names) =>
    withBare({}, (bare) => withSeau(bench, {}, (seau) => measureAll({ bench, names, bare, seau }))),
}

interface Run {
  readonly bench: Bench
  readonly names: readonly string[]
  readonly bare: RunningServer
  readonly seau: RunningServer
}

async function measureAll(run: Run): Promise<readonly Figure[]> {
  const { names, seau } = run
  const figures: Figure[] = []
  for (const size of sizes) await createBucket(seau, bucketOf(size))
  if (names.includes('idle')) figures.push(await memoryOf(seau, 'idle'))
  for (const size of sizes) figures.push(...(await measureSize(run, size)))
  if (names.includes('idle') && figures.length > 1) {
    figures.push({ name: 'memory afterwards', residentMib: residentMib(seau.pid) })
  }
  return figures
}

async function memoryOf({ pid }: RunningServer, name: string): Promise<Figure> {
  await delay(1000)
  const mib = residentMib(pid)
  return { name, residentMib: mib, verdict: { value: mib, unit: 'MiB', atMost: idleGoalMib } }
}

async function measureSize(run: Run, size: Size): Promise<readonly Figure[]> {
  const { seau, names } = run
  const { label } = size
  const paths = pathsOf(size)
  const body = randomBytes(size.bytes)
  const putsTo = (server: RunningServer) => signedPuts(server, paths, body)
  const getsFrom = (server: RunningServer) => paths.map((path) => signedGet(server, path))
  const listings = label === '4k' ? names.filter((name) => name === 'list' || name === 'delim') : []
  const figures: Figure[] = []
  let stored = 0
  if (names.includes(`put${label}`)) {
    const { base, figure, count } = await compare(run, { name: `put${label}`, size, requestsTo: putsTo })
    stored = count
    figures.push(base, figure)
  }
  if (!names.includes(`get${label}`) && listings.length === 0) return figures
  await fill(seau, putsTo(seau).slice(stored))
  const { base, figure } = await compare(run, { name: `get${label}`, size, requestsTo: getsFrom })
  figures.push(base, figure)
  for (const name of listings) figures.push(await measureListing(run, name, { size, base }))
  return figures
}

interface Comparison {
  readonly name: string
  readonly size: Size
  readonly requestsTo: (server: RunningServer) => ReturnType<typeof signedPuts>
}

async function compare({ bench, bare, seau }: Run, { name, size, requestsTo }: Comparison) {
  const title = `${name.slice(0, 3).toUpperCase()} ${size.title}`
  const options = { connections: size.connections, seconds: bench.seconds }
  const forms = [
    { name: `${title}, bare`, server: bare, requests: requestsTo(bare) },
    { name: title, server: seau, requests: requestsTo(seau) },
  ] as const
  // A round of each that does not count: what is promised is the cost of a server that has compiled its code.
  await measureInTurns(forms, options)
  const [base, figure] = await measureInTurns(forms, options)
  return { base, figure: cpuRatio(figure, base, goalOf(name)), count: figure.count }
}

const listingQueries: Readonly<Record<string, readonly [title: string, query: string]>> = {
  list: ['list 1,000 keys', 'list-type=2&max-keys=1000&prefix=4k-'],
  delim: ['list 16 common prefixes', 'delimiter=%2F&list-type=2&prefix='],
}

async function measureListing(
  { bench, seau }: Run,
  name: string,
  { size, base }: { readonly size: Size; readonly base: Figure },
): Promise<Figure> {
  const [title, query] = listingQueries[name] ?? [name, '']
  const requests = [signedGet(seau, `/${bucketOf(size)}`, query)]
  const figure = await measure(title, seau, { requests, connections: 8, limit: { seconds: bench.seconds } })
  return cpuRatio(figure, base, goalOf(name))
}

const goalOf = (name: string) => {
  const atMost = goals[name]
  return atMost === undefined ? {} : { atMost }
}

const bucketOf = ({ label }: Size) => `bench-${label}`
const digits = (n: number, length: number) => String(n).padStart(length, '0')

/** Keys under 16 prefixes. */
const pathsOf = (size: Size): readonly string[] =>
  Array.from(
    { length: size.keys },
    (_, n) => `/${bucketOf(size)}/${size.label}-p${digits(n % 16, 2)}/k${digits(n, 6)}.bin`,
  )
