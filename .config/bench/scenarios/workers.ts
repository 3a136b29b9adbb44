import { randomBytes } from 'node:crypto'
import { createBucket } from '../ask.ts'
import { fill, measureInTurns } from '../measure.ts'
import { withSeau, type RunningServer } from '../servers.ts'
import { signedGet, signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'
import type { Figure } from '../figure.ts'

const keys = 20_000
const slowestPut = 3

/** PUT and GET of 4 KiB by the number of workers; the verdict is on the p99 of a PUT beside that of one worker. */
export const workers: Suite = {
  id: 'workers',
  title: 'Workers, 4 KiB',
  names: ['workers'],
  isQuick: false,
  run: (bench) =>
    withWorkers(bench, 1, (one) =>
      withWorkers(bench, 2, (two) => compare(bench, { 'one worker': one, 'two workers': two })),
    ),
}

const withWorkers = <T>(bench: Bench, count: number, work: (seau: RunningServer) => Promise<T>) =>
  withSeau(bench, { settings: { SEAU_WORKERS: String(count) } }, work)

async function compare(
  { seconds }: Bench,
  servers: Readonly<Record<string, RunningServer>>,
): Promise<readonly Figure[]> {
  const body = randomBytes(4096)
  const forms = Object.entries(servers).map(([title, server]) => ({
    server,
    puts: { name: `PUT, ${title}`, server, requests: signedPuts(server, paths, body) },
    gets: { name: `GET, ${title}`, server, requests: paths.map((path) => signedGet(server, path)) },
  }))
  for (const { server } of forms) await createBucket(server, 'bench')
  const options = { connections: 32, seconds }
  const [one, ...more] = await measureInTurns(
    forms.map(({ puts }) => puts),
    options,
  )
  for (const { server, puts } of forms) await fill(server, puts.requests)
  const gets = await measureInTurns(
    forms.map(({ gets }) => gets),
    options,
  )
  if (!one) return gets
  const puts = more.map((put) => ({
    ...put,
    verdict: { value: put.p99Ms / one.p99Ms, unit: '×' as const, atMost: slowestPut },
  }))
  return [one, ...puts, ...gets]
}

const paths = Array.from({ length: keys }, (_, n) => `/bench/k${String(n).padStart(6, '0')}.bin`)
