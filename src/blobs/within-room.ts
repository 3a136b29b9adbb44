import { S3Error } from '../core/errors.ts'
import type { BlobStore, Room } from '../core/ports.ts'

/** What a directory may need for one more entry. */
const entryBytes = 4096

/** The same store; new bytes are refused with InsufficientStorage when there is no room for them. */
export const withinRoom = (store: BlobStore, room: Room): BlobStore => ({
  ...store,
  async write(body, place, options) {
    if (options?.size !== undefined && !(await room.has(options.size))) throw noRoom()
    return store.write(claimed(body, room), place, options)
  },
  async copy(id, place) {
    await claim(room, entryBytes)
    return store.copy(id, place)
  },
})

async function* claimed(body: AsyncIterable<Buffer>, room: Room): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    await claim(room, chunk.length)
    yield chunk
  }
}

async function claim(room: Room, bytes: number): Promise<void> {
  if (!(await room.claim(bytes))) throw noRoom()
}

const noRoom = () => new S3Error('InsufficientStorage')
