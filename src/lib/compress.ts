import * as zlib from 'node:zlib'
import type { Transform } from 'node:stream'

/** Content codings that browsers take, the one that compresses best first. */
export type Coding = 'br' | 'zstd' | 'gzip'

/** Newer versions of Node have it. */
const { createZstdCompress } = zlib as { createZstdCompress?: () => Transform }

const makers: ReadonlyMap<Coding, (size: number) => Transform> = new Map<Coding, (size: number) => Transform>(
  [
    ['br', brotli],
    ...(createZstdCompress ? [['zstd', () => createZstdCompress()] as const] : []),
    ['gzip', () => zlib.createGzip()],
  ],
)

/** What this process can do, the best first. */
export const codings: readonly Coding[] = [...makers.keys()]

/** A stream that compresses a body of `size` bytes, in the thread pool. */
export function compressor(coding: Coding, size: number): Transform {
  const make = makers.get(coding)
  if (!make) throw new Error(`This process cannot compress by ${coding}.`)
  return make(size)
}

/** At this quality brotli is as fast as gzip, and smaller. */
const brotliQuality = 5

function brotli(size: number): Transform {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants
  return zlib.createBrotliCompress({
    params: { [BROTLI_PARAM_QUALITY]: brotliQuality, [BROTLI_PARAM_SIZE_HINT]: size },
  })
}
