import { randomBytes } from 'node:crypto'
import { createBucket } from '../ask.ts'
import { cpuRatio, type Figure } from '../figure.ts'
import { fill, measureInTurns } from '../measure.ts'
import { withSeau, type RunningServer } from '../servers.ts'
import { signedGet, signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'
import type { WireRequest } from '../load.ts'

const sizesKib = [4, 8, 16, 32, 64]
const keys = 2000

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
  const servers = { file: files, inline: inlined }
  for (const server of Object.values(servers)) await createBucket(server, 'bench')
  const figures: Figure[] = []
  for (const kib of sizesKib) figures.push(...(await compare(bench, servers, kib)))
  return figures
}

async function compare(
  { seconds }: Bench,
  servers: Readonly<Record<string, RunningServer>>,
  kib: number,
): Promise<readonly Figure[]> {
  const paths = Array.from({ length: keys }, (_, n) => `/bench/${String(kib)}/k${String(n)}.bin`)
  const body = randomBytes(kib * 1024)
  const formsOf = (method: string, requestsTo: (server: RunningServer) => readonly WireRequest[]) =>
    Object.entries(servers).map(([kept, server]) => ({
      name: `${method} ${String(kib)} KiB, ${kept}`,
      server,
      requests: requestsTo(server),
    }))
  const puts = formsOf('PUT', (server) => signedPuts(server, paths, body))
  const gets = formsOf('GET', (server) => paths.map((path) => signedGet(server, path)))
  const options = { connections: 32, seconds }
  const stored = besideFirst(await measureInTurns(puts, options))
  for (const { server, requests } of puts) await fill(server, requests)
  return [...stored, ...besideFirst(await measureInTurns(gets, options))]
}

const besideFirst = ([first, ...others]: readonly Figure[]): readonly Figure[] =>
  first ? [first, ...others.map((figure) => cpuRatio(figure, first))] : []
