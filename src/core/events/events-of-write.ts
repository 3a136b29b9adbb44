import { eventsOf } from './announcement.ts'
import type { NewEvent } from './outbox.ts'
import type { ObjectDelete, ObjectPut, WriteAnswer } from '../objects/object-write.ts'

/** S3's ETag of nothing, which it gives delete markers in events. */
const emptyEtag = 'd41d8cd98f00b204e9800998ecf8427e'

/** What a write puts into the outbox; nothing when it was refused or has changed nothing. */
export function eventsOfWrite(request: ObjectPut | ObjectDelete, answer: WriteAnswer): readonly NewEvent[] {
  const { announcement, bucketId, key } = request
  if (!announcement || answer.kind === 'refused') return []
  const { versionId } = answer
  if (answer.kind === 'stored') {
    const { size = 0, etag = '' } = request.kind === 'put' ? request : {}
    const object = { size, etag, versionId }
    const at = answer.lastModified
    return eventsOf(announcement, { bucketId, key, happening: 'stored', object, versionId, at })
  }
  const isMarked = answer.isDeleteMarker && request.kind === 'delete' && request.versionId === undefined
  if (!isMarked && !answer.existed) return []
  return eventsOf(announcement, {
    bucketId,
    key,
    happening: isMarked ? 'marked' : 'removed',
    object: isMarked ? { etag: emptyEtag, versionId } : { versionId },
    versionId,
    at: request.now,
  })
}
