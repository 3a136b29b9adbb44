import type { ObjectDelete, ObjectPut } from './object-write.ts'
import type { ObjectLock } from './object-lock.ts'

/** What the rules need to know of a version. */
export interface VersionFacts {
  readonly sequence: number
  readonly versionId: string
  readonly isDeleteMarker: boolean
  readonly size: number
  readonly etag: string
  readonly lastModified: number
  readonly isInline: boolean
  readonly blobId: string | undefined
  readonly partCount: number
  readonly isAnnotated: boolean
  readonly lock: ObjectLock | undefined
  /** Where it stands before the batch: among the live objects or the other versions; or the request that makes it. */
  readonly source: 'objects' | 'versions' | ObjectPut | ObjectDelete
}

/** A key during the batch, its versions newest first. */
export interface KeyState {
  readonly bucketId: number
  readonly key: string
  readonly before: readonly VersionFacts[]
  now: readonly VersionFacts[]
  readonly gone: GoneVersion[]
}

interface GoneVersion {
  readonly version: VersionFacts
  readonly trashAfter: number
  /** The sequence of the version to which its bytes and annotations go over. */
  readonly extendedBy?: number | undefined
}

/** An object to be stored. */
export interface StoredPut {
  readonly put: ObjectPut
  readonly sequence: number
  readonly versionId: string
  readonly lastModified: number
}

export interface StoredMarker extends Omit<StoredPut, 'put'> {
  readonly request: ObjectDelete
}

interface KeyName {
  readonly bucketId: number
  readonly key: string
}

interface VersionName extends KeyName {
  readonly sequence: number
}

interface UsageChange {
  readonly bucketId: number
  objects: number
  bytes: number
}

/** What a batch does to the tables; to be carried out in the order of the members. */
export interface WriteChanges {
  /** Rows of versions that go for good. */
  readonly removedVersions: readonly VersionName[]
  /** Live objects that become noncurrent: their rows move to the versions. */
  readonly archived: readonly KeyName[]
  /** Keys that have no live object any more, or get another one from `promoted`. */
  readonly removed: readonly KeyName[]
  /** Versions that the batch made and has made noncurrent again. */
  readonly noncurrent: readonly StoredPut[]
  readonly markers: readonly StoredMarker[]
  /** Live objects that the batch made. */
  readonly puts: readonly StoredPut[]
  /** Versions that become live objects again. */
  readonly promoted: readonly VersionName[]
  /** Rows of parts and annotations that go over to another version; the parts come with it. */
  readonly extended: readonly { readonly from: number; readonly to: number }[]
  /** Sequences whose inline bytes go. */
  readonly dropInline: readonly number[]
  /** Sequences whose parts go, their blobs to the trash. */
  readonly dropParts: readonly { readonly sequence: number; readonly trashAfter: number }[]
  /** Sequences whose annotations go, their blobs to the trash. */
  readonly dropAnnotations: readonly { readonly sequence: number; readonly trashAfter: number }[]
  readonly trash: readonly { readonly blobId: string; readonly trashAfter: number }[]
  readonly usage: readonly UsageChange[]
  readonly lastSequence: number
}

type Changes = {
  [Name in keyof WriteChanges]: WriteChanges[Name] extends readonly (infer T)[] ? T[] : number
}

/** The live object of a key; undefined when there is none, or a delete marker on top. */
export const currentOf = ([newest]: readonly VersionFacts[]): VersionFacts | undefined =>
  newest?.isDeleteMarker ? undefined : newest

/** The difference between what was there before a batch and what shall be. */
export function changesOf(states: Iterable<KeyState>, lastSequence: number): WriteChanges {
  const changes: Changes = {
    removedVersions: [],
    archived: [],
    removed: [],
    noncurrent: [],
    markers: [],
    puts: [],
    promoted: [],
    extended: [],
    dropInline: [],
    dropParts: [],
    dropAnnotations: [],
    trash: [],
    usage: [],
    lastSequence,
  }
  const usage = new Map<number, UsageChange>()
  for (const state of states) {
    placeVersions(changes, state)
    for (const gone of state.gone) dropVersion(changes, state, gone)
    count(usage, state)
  }
  changes.usage.push(...usage.values())
  return changes
}

function placeVersions(changes: Changes, { bucketId, key, before, now }: KeyState): void {
  const current = currentOf(now)
  const replaced = before.find(({ source }) => source === 'objects')
  if (replaced && replaced !== current) {
    if (now.includes(replaced)) changes.archived.push({ bucketId, key })
    if (typeof current?.source !== 'object') changes.removed.push({ bucketId, key })
  }
  for (const version of now) {
    const { source, sequence, versionId, lastModified } = version
    const stored = { sequence, versionId, lastModified }
    if (source === 'versions') {
      if (version === current) changes.promoted.push({ bucketId, key, sequence })
    } else if (source !== 'objects') {
      if (source.kind === 'delete') changes.markers.push({ request: source, ...stored })
      else changes[version === current ? 'puts' : 'noncurrent'].push({ put: source, ...stored })
    }
  }
}

/** A version that goes takes its bytes along, be it that they were stored before or came with the batch. */
function dropVersion(
  changes: Changes,
  { bucketId, key }: KeyState,
  { version, trashAfter, extendedBy }: GoneVersion,
): void {
  const { source, sequence, isInline, blobId, partCount, isAnnotated } = version
  if (isInline && typeof source === 'string') changes.dropInline.push(sequence)
  if (extendedBy !== undefined) {
    changes.extended.push({ from: sequence, to: extendedBy })
    return
  }
  if (isAnnotated) changes.dropAnnotations.push({ sequence, trashAfter })
  if (blobId !== undefined) changes.trash.push({ blobId, trashAfter })
  if (typeof source === 'object') {
    for (const id of moreBlobsOf(source)) changes.trash.push({ blobId: id, trashAfter })
    return
  }
  if (source === 'versions') changes.removedVersions.push({ bucketId, key, sequence })
  if (partCount > 0) changes.dropParts.push({ sequence, trashAfter })
}

/** Of the parts and annotations that a request brings along. */
function moreBlobsOf(request: ObjectPut | ObjectDelete): readonly string[] {
  if (request.kind === 'delete') return []
  const { content, annotations = [] } = request
  const parts = content.kind === 'parts' ? content.parts : []
  return [
    ...parts.map(({ blobId }) => blobId),
    ...annotations.flatMap((each) => (each.content.kind === 'blob' ? [each.content.blobId] : [])),
  ]
}

/** Noncurrent versions count too; delete markers have no bytes and are no objects. */
function count(usage: Map<number, UsageChange>, { bucketId, now, gone }: KeyState): void {
  const added = now.filter(({ source, isDeleteMarker }) => typeof source === 'object' && !isDeleteMarker)
  const dropped = gone.filter(
    ({ version: { source, isDeleteMarker } }) => typeof source === 'string' && !isDeleteMarker,
  )
  if (added.length === 0 && dropped.length === 0) return
  const change = usage.get(bucketId) ?? { bucketId, objects: 0, bytes: 0 }
  usage.set(bucketId, change)
  change.objects += added.length - dropped.length
  for (const { size } of added) change.bytes += size
  for (const { version } of dropped) change.bytes -= version.size
}
