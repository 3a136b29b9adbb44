import { announce, eventsOf } from '../events/announcement.ts'
import { placeOf } from '../objects/blob-place.ts'
import { discardContent, duplicateContent } from '../objects/duplicate-content.ts'
import { addRuns, nothingDone, type LifecycleRun } from './lifecycle-run.ts'
import type { AgingVersion } from './aging-version.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { NewContent } from '../objects/object-write.ts'
import { shownVersionId } from '../objects/shown-version-id.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

export interface Transition {
  readonly version: AgingVersion
  readonly storageClass: string
}

/** A version on its way: its bytes are in the new place already, if they have to be in another one. */
interface Move {
  readonly version: ObjectVersion
  readonly storageClass: string
  readonly content: NewContent | undefined
}

/** Moves versions to other storage classes: first the bytes, where a class keeps its own, then the rows, which trash the old bytes. */
export async function transitionVersions(
  parts: Parts,
  bucket: Bucket,
  transitions: readonly Transition[],
): Promise<LifecycleRun> {
  let run = nothingDone
  const moves: Move[] = []
  for (const transition of transitions) {
    try {
      const move = await prepare(parts, bucket, transition)
      if (move) moves.push(move)
    } catch (error) {
      run = addRuns(run, { failures: [error] })
    }
  }
  for (const { version } of moves.length > 0 ? await commit(parts, bucket, moves) : [])
    run = addRuns(run, { transitioned: 1, transitionedBytes: version.size })
  return run
}

async function prepare(
  parts: Parts,
  bucket: Bucket,
  { version: { key, versionId, sequence }, storageClass }: Transition,
): Promise<Move | undefined> {
  const version = await parts.metadata.findVersion(bucket.id, key, { versionId, withData: false })
  if (version?.sequence !== sequence) return undefined
  const { keptApart } = parts.settings
  const staysPut = !keptApart.has(storageClass) && !keptApart.has(version.storageClass)
  if (staysPut || version.content.kind === 'inline') return { version, storageClass, content: undefined }
  const { contentType } = version.attributes
  const place = placeOf(bucket, { key, contentType, storageClass })
  return { version, storageClass, content: await duplicateContent(parts, version, place) }
}

/** Resolves to the moves that were carried out: a version that is gone by now leaves its new bytes to nobody. */
async function commit(parts: Parts, bucket: Bucket, moves: readonly Move[]): Promise<readonly Move[]> {
  const { blobs, clock, metadata, settings } = parts
  const at = clock.now()
  const done = await metadata.transaction(async (tx) => {
    const moved: Move[] = []
    for (const move of moves) {
      if (!(await tx.moveVersion(move.version, move, at + settings.trashMs))) continue
      moved.push(move)
      await tx.appendEvents(eventsOfMove(bucket, move, at))
    }
    return moved
  })
  for (const move of moves)
    if (move.content && !done.includes(move)) await discardContent(blobs, move.content)
  return done
}

function eventsOfMove(bucket: Bucket, { version }: Move, at: number) {
  const { key, size, etag, versionId, bucketId } = version
  const announcement = announce(bucket, {
    key,
    names: { changed: 'LifecycleTransition' },
    // What a lifecycle does is not replicated.
    isReplica: true,
  })
  if (!announcement) return []
  const object = { size, etag, versionId: shownVersionId(bucket, version) }
  return eventsOf(announcement, { bucketId, key, happening: 'changed', object, versionId, at })
}
