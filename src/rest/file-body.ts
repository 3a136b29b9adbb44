import { bytesBody } from '../core/objects/bytes-body.ts'
import type { UploadBody } from '../core/ports.ts'

/** What is larger is worth a thread for its hashes, and a place of its own from its first bytes on. */
const gatheredBytes = 1 << 20

/** The bytes of a file whose size its client did not say: a small one is read at once, so that it can be kept inline, or written in one go. */
export async function fileBody(file: AsyncIterable<Buffer>): Promise<UploadBody> {
  const iterator = file[Symbol.asyncIterator]()
  const first: Buffer[] = []
  let size = 0
  while (size <= gatheredBytes) {
    const step = await iterator.next()
    if (step.done === true) return bytesBody(Buffer.concat(first))
    first.push(step.value)
    size += step.value.length
  }
  return streamedBody(continued(first, iterator))
}

/** What comes, of which nothing is known before its end. */
export const streamedBody = (bytes: AsyncIterable<Buffer>, size?: number): UploadBody => ({
  size,
  algorithms: [],
  stream: () => bytes,
  readAll: async () => {
    const chunks: Buffer[] = []
    for await (const chunk of bytes) chunks.push(chunk)
    return Buffer.concat(chunks)
  },
  claims: () => ({}),
})

async function* continued(first: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* first
    for (;;) {
      const step = await rest.next()
      if (step.done === true) return
      yield step.value
    }
  } finally {
    await rest.return?.()
  }
}
