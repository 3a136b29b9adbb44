import { createHash, randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createBucket } from '../ask.ts'
import { fill, measure } from '../measure.ts'
import { withBare, withSeau, type RunningServer } from '../servers.ts'
import { signedGet, signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'
import type { Figure } from '../figure.ts'
import type { WireRequest } from '../load.ts'

const mib = 64
const paths = Array.from({ length: 4 }, (_, n) => `/bench/${String(n)}.bin`)
const least = { hashed: 70, streamed: 60 }

/** Objects of 64 MiB over one connection: uploads beside plain hashing, downloads beside a bare file stream. */
export const large: Suite = {
  id: 'large',
  title: 'Objects of 64 MiB',
  names: ['large'],
  isQuick: true,
  async run(bench) {
    const body = randomBytes(mib * 2 ** 20)
    const file = join(bench.folder, 'large.bin')
    await writeFile(file, body)
    const figures = await withBare({ file }, (bare) =>
      withSeau(bench, {}, (seau) => compare({ bench, body, bare, seau })),
    )
    await rm(file)
    return figures
  },
}

interface Run {
  readonly bench: Bench
  readonly body: Buffer
  readonly bare: RunningServer
  readonly seau: RunningServer
}

async function compare({ bench, body, bare, seau }: Run): Promise<readonly Figure[]> {
  const transfer = async (name: string, server: RunningServer, requests: readonly WireRequest[]) => {
    const options = { requests, connections: 1, limit: { seconds: bench.seconds } }
    const figure = await measure(name, server, options)
    return { ...figure, mibPerSecond: figure.perSecond * mib }
  }
  await createBucket(seau, 'bench')
  const puts = signedPuts(seau, paths, body)
  const hashing = { name: 'MD5 and SHA-256 alone', mibPerSecond: hashingRate(body, bench.seconds) }
  const put = await transfer('PUT', seau, puts)
  await fill(seau, puts)
  const unsigned = { head: Buffer.from('GET /file HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n') }
  const stream = await transfer('GET, bare file stream', bare, [unsigned])
  const gets = paths.map((path) => signedGet(seau, path))
  const get = await transfer('GET', seau, gets)
  return [
    hashing,
    beside(put, hashing.mibPerSecond, least.hashed),
    stream,
    beside(get, stream.mibPerSecond, least.streamed),
  ]
}

const beside = (
  figure: Figure & { readonly mibPerSecond: number },
  base: number,
  atLeast: number,
): Figure => ({
  ...figure,
  verdict: { value: (figure.mibPerSecond / base) * 100, unit: '%', atLeast },
})

/** In MiB per second, one digest after the other on one thread. */
function hashingRate(body: Buffer, seconds: number): number {
  const started = performance.now()
  let hashed = 0
  do {
    for (const algorithm of ['md5', 'sha256']) createHash(algorithm).update(body).digest()
    hashed += mib
  } while (performance.now() - started < seconds * 1000)
  return (hashed * 1000) / (performance.now() - started)
}
