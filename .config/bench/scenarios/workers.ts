import { randomBytes } from 'node:crypto'
import { createBucket } from '../ask.ts'
import { fill, measureInTurns } from '../measure.ts'
import { withSeau, type RunningServer } from '../servers.ts'
import { signedGet, signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'
import type { Figure } from '../figure.ts'

const keys = 20_000
const slowestPut = 3
const leastGain = 1.5

/**
 * PUT and GET of 4 KiB and listings by the number of workers. The verdicts: the p99 of a PUT beside that of one worker, and how many more
 * listings are answered, which cost the server much and the load little, so that both may run on two cores.
 */
export const workers: Suite = {
  id: 'workers',
  title: 'Workers',
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
  const forms = Object.entries(servers).map(([title, server]) => formsOf(title, server, body))
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
  const [listed, ...moreListed] = await measureInTurns(
    forms.map(({ lists }) => lists),
    options,
  )
  if (!one || !listed) return gets
  const puts = more.map((put) => ({
    ...put,
    verdict: { value: put.p99Ms / one.p99Ms, unit: '×' as const, atMost: slowestPut },
  }))
  const lists = moreListed.map((list) => ({
    ...list,
    verdict: { value: list.perSecond / listed.perSecond, unit: '×' as const, atLeast: leastGain },
  }))
  return [one, ...puts, ...gets, listed, ...lists]
}

const formsOf = (title: string, server: RunningServer, body: Buffer) => ({
  server,
  puts: { name: `PUT 4 KiB, ${title}`, server, requests: signedPuts(server, paths, body) },
  gets: { name: `GET 4 KiB, ${title}`, server, requests: paths.map((path) => signedGet(server, path)) },
  lists: {
    name: `list 1,000 keys, ${title}`,
    server,
    requests: [signedGet(server, '/bench', 'list-type=2&max-keys=1000')],
  },
})

const paths = Array.from({ length: keys }, (_, n) => `/bench/k${String(n).padStart(6, '0')}.bin`)
