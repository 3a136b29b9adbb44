import { randomBytes } from 'node:crypto'
import { createBucket } from '../ask.ts'
import { fill, measureWarm } from '../measure.ts'
import { withSeau } from '../servers.ts'
import { signedGet, signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'
import type { Figure } from '../figure.ts'

const workerCounts = [1, 2]
const keys = 20_000
const slowestPut = 3

/** PUT and GET of 4 KiB by the number of workers; the verdict is on the p99 of a PUT beside that of one worker. */
export const workers: Suite = {
  id: 'workers',
  title: 'Workers, 4 KiB',
  names: ['workers'],
  isQuick: false,
  async run(bench) {
    const figures: Figure[] = []
    let p99OfOne: number | undefined
    for (const count of workerCounts) {
      const [put, get] = await putAndGet(bench, count)
      p99OfOne ??= put.p99Ms
      figures.push({ ...put, verdict: { value: put.p99Ms / p99OfOne, unit: '×', atMost: slowestPut } }, get)
    }
    return figures
  },
}

const putAndGet = (bench: Bench, count: number) =>
  withSeau(bench, { settings: { SEAU_WORKERS: String(count) } }, async (seau) => {
    await createBucket(seau, 'bench')
    const paths = Array.from({ length: keys }, (_, n) => `/bench/k${String(n).padStart(6, '0')}.bin`)
    const puts = signedPuts(seau, paths, randomBytes(4096))
    const gets = paths.map((path) => signedGet(seau, path))
    const options = { connections: 32, seconds: bench.seconds }
    const title = count === 1 ? 'one worker' : `${String(count)} workers`
    const put = await measureWarm(`PUT, ${title}`, seau, { requests: puts, ...options })
    await fill(seau, puts.slice(put.count))
    const get = await measureWarm(`GET, ${title}`, seau, { requests: gets, ...options })
    return [put, get] as const
  })
