import type { Room } from '../core/ports.ts'
import type { WriteAnswer } from '../core/objects/object-write.ts'
import type { WriteRequest } from '../core/objects/evaluate-writes.ts'
import type { WriteQueue } from './write-queue.ts'

/** More than a row and its share of an index usually take. */
const rowBytes = 2048

interface RoomOptions {
  readonly room: Room
  /** Told when a put found none, so that unused pages of the database may be given back to the disk. */
  readonly onFull: () => void
}

/** The same queue; puts are refused when there is no room for them, deletes never are. */
export const withinRoom = (queue: WriteQueue, { room, onFull }: RoomOptions): WriteQueue => ({
  async write(request) {
    if (request.kind === 'delete' || (await room.claim(sizeOf(request)))) return queue.write(request)
    onFull()
    return noRoom
  },
  exclusive: (work) => queue.exclusive(work),
})

const noRoom: WriteAnswer = { kind: 'refused', code: 'InsufficientStorage' }

/** A blob has claimed its bytes while it was written. */
const sizeOf = (request: Extract<WriteRequest, { kind: 'put' }>) =>
  rowBytes + (request.content.kind === 'inline' ? request.size : 0)
