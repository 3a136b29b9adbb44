import { S3Error } from '../errors.ts'
import type { LazySignal, UploadBody } from '../ports.ts'
import type { Parts } from '../parts.ts'

export interface HeldBody {
  readonly body: UploadBody
  release(): Promise<void>
}

interface HoldOptions {
  readonly projectId: string
  readonly signal: LazySignal
}

/** Where bytes wait that have no bucket yet; what a crash leaves there is swept, for no row names it. */
const waitingRoom = 'incoming'

/** Puts bytes aside whose place is not known yet: a form may name the bucket behind the file. Throws EntityTooLarge. */
export const holdBody =
  ({ blobs, settings }: Pick<Parts, 'blobs' | 'settings'>) =>
  async (bytes: AsyncIterable<Buffer>, { projectId, signal }: HoldOptions): Promise<HeldBody> => {
    const place = { projectId, bucket: waitingRoom, extension: '' }
    const { id, size } = await blobs.write(bounded(bytes, settings.maxObjectBytes), place, {
      signal: signal(),
    })
    const body: UploadBody = {
      size,
      algorithms: [],
      readAll: () =>
        size === 0 ? Promise.resolve(Buffer.alloc(0)) : blobs.readBytes(id, { start: 0, end: size - 1 }),
      async *stream() {
        if (size > 0) yield* (await blobs.read(id)) as AsyncIterable<Buffer>
      },
      claims: () => ({}),
    }
    return { body, release: () => blobs.remove(id) }
  }

async function* bounded(bytes: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most)
      throw new S3Error('EntityTooLarge', { detail: { ProposedSize: size, MaxSizeAllowed: most } })
    yield chunk
  }
}
