import { eventsOf, type Occurrence } from './announcement.ts'
import type { NewEvent } from './outbox.ts'
import type { ObjectDelete, ObjectPut, WriteAnswer } from '../objects/object-write.ts'

type Done = Exclude<WriteAnswer, { kind: 'refused' }>

/** S3's ETag of nothing, which it gives delete markers in events. */
const emptyEtag = 'd41d8cd98f00b204e9800998ecf8427e'

/** What a write puts into the outbox; nothing when it was refused or has changed nothing. */
export function eventsOfWrite(request: ObjectPut | ObjectDelete, answer: WriteAnswer): readonly NewEvent[] {
  const { announcement } = request
  if (!announcement || answer.kind === 'refused') return []
  const what = request.kind === 'put' ? storing(request, answer) : deletion(request, answer)
  const { bucketId, key } = request
  return what ? eventsOf(announcement, { bucketId, key, versionId: answer.versionId, ...what }) : []
}

type What = Omit<Occurrence, 'bucketId' | 'key' | 'versionId'>

function storing({ size, etag, now }: ObjectPut, answer: Done): What {
  const at = answer.kind === 'stored' ? answer.lastModified : now
  return { happening: 'stored', object: { size, etag, versionId: answer.versionId }, at }
}

function deletion({ now: at, versionId: named }: ObjectDelete, answer: Done): What | undefined {
  if (answer.kind !== 'deleted') return undefined
  const { versionId, isDeleteMarker, existed } = answer
  if (isDeleteMarker && named === undefined)
    return { happening: 'marked', object: { etag: emptyEtag, versionId }, at }
  return existed ? { happening: 'removed', object: { versionId }, at } : undefined
}
