import { limit, LimitReached } from '../lib/limit.ts'
import { S3Error } from '../core/errors.ts'
import { render, type RenderLimits } from './render.ts'
import type { ImageMaker } from '../core/derived/image-maker.ts'
import type { Readable } from 'node:stream'

interface ImageOptions extends RenderLimits {
  /** Images that are made at a time, each in a thread of the pool. */
  readonly concurrency: number
}

/** Requests that wait for an image; their clients would rather ask again than wait longer. */
const mostWaiting = 64

/** Images made by libvips, in the thread pool. */
export function sharpImages({ concurrency, ...limits }: ImageOptions): ImageMaker {
  const inTurn = limit({ running: concurrency, waiting: mostWaiting })
  return {
    make: async (open, image) => {
      try {
        return await inTurn(async () => render(await bytesOf(await open()), image, limits))
      } catch (error) {
        throw error instanceof LimitReached ? new S3Error('SlowDown', { cause: error }) : error
      }
    },
  }
}

/** libvips would collect a stream as well before it looks at the first pixel. */
async function bytesOf(source: Readable | Buffer): Promise<Buffer> {
  if (Buffer.isBuffer(source)) return source
  const chunks: Buffer[] = []
  for await (const chunk of source as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
