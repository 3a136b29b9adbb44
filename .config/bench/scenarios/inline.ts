import { randomBytes } from 'node:crypto'
import { createBucket } from '../ask.ts'
import { cpuRatio, type Figure } from '../figure.ts'
import { fill, measureWarm } from '../measure.ts'
import { withSeau, type RunningServer } from '../servers.ts'
import { signedGet, signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'

const sizesKib = [4, 8, 16, 32, 64]
const keys = 8000

/** Objects kept in the database beside the same ones kept as files, to choose `inlineBytes`. */
export const inline: Suite = {
  id: 'inline',
  title: 'Inline or as a file',
  names: ['inline'],
  isQuick: false,
  run: (bench) =>
    withSeau(bench, { settings: { SEAU_INLINE_BYTES: '0' } }, (files) =>
      withSeau(bench, { settings: { SEAU_INLINE_BYTES: String(2 ** 16) } }, (inlined) =>
        compareAll(bench, files, inlined),
      ),
    ),
}

async function compareAll(bench: Bench, files: RunningServer, inlined: RunningServer) {
  await createBucket(files, 'bench')
  await createBucket(inlined, 'bench')
  const figures: Figure[] = []
  for (const kib of sizesKib) {
    const asFile = await putAndGet(bench, files, { kib, kept: 'file' })
    const asRow = await putAndGet(bench, inlined, { kib, kept: 'inline' })
    const [put, get] = [cpuRatio(asRow.put, asFile.put), cpuRatio(asRow.get, asFile.get)]
    figures.push(asFile.put, put, asFile.get, get)
  }
  return figures
}

async function putAndGet(
  bench: Bench,
  server: RunningServer,
  { kib, kept }: { readonly kib: number; readonly kept: string },
) {
  const paths = Array.from({ length: keys }, (_, n) => `/bench/${String(kib)}/k${String(n)}.bin`)
  const puts = signedPuts(server, paths, randomBytes(kib * 1024))
  const gets = paths.map((path) => signedGet(server, path))
  const options = { connections: 32, seconds: bench.seconds }
  const nameOf = (method: string) => `${method} ${String(kib)} KiB, ${kept}`
  const put = await measureWarm(nameOf('PUT'), server, { requests: puts, ...options })
  await fill(server, puts.slice(put.count))
  return { put, get: await measureWarm(nameOf('GET'), server, { requests: gets, ...options }) }
}
