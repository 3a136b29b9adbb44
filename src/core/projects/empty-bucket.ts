import type { Bucket } from '../buckets/bucket.ts'
import type { ListedVersion } from '../objects/list-query.ts'
import type { Parts } from '../parts.ts'

type EmptyParts = Pick<Parts, 'metadata' | 'clock' | 'settings'>

interface EmptyOptions {
  readonly signal: AbortSignal
  /** Told of each batch that went. */
  readonly onProgress: (gone: { readonly objects: number; readonly bytes: number }) => Promise<void>
}

export interface Emptied {
  /** Versions that went. */
  readonly objects: number
  readonly locked: Locked
}

/** What has to stay. */
export interface Locked {
  readonly count: number
  /** `bucket/key (version)` */
  readonly first: string | undefined
}

const versionsPerBatch = 250

/** Removes every version of a bucket that no lock keeps; stops early when the signal is aborted. */
export async function emptyBucket(
  parts: EmptyParts,
  bucket: Bucket,
  { signal, onProgress }: EmptyOptions,
): Promise<Emptied> {
  let objects = 0
  let locked: Locked = { count: 0, first: undefined }
  let behind: Pick<ListedVersion, 'key' | 'versionId'> | undefined
  while (!signal.aborted) {
    const { entries, isTruncated } = await parts.metadata.listVersions({
      bucketId: bucket.id,
      prefix: '',
      delimiter: undefined,
      keyMarker: behind?.key ?? '',
      versionIdMarker: behind?.versionId,
      limit: versionsPerBatch,
    })
    const versions = entries.filter((entry) => 'versionId' in entry)
    const answers = await Promise.all(versions.map((version) => remove(parts, bucket, version)))
    const gone = versions.filter((_, n) => answers[n] === 'deleted')
    const stay = versions.filter((_, n) => answers[n] === 'refused')
    locked = {
      count: locked.count + stay.length,
      first: locked.first ?? stay.map(({ key, versionId }) => `${bucket.name}/${key} (${versionId})`)[0],
    }
    if (gone.length > 0) {
      objects += gone.length
      await onProgress({ objects: gone.length, bytes: gone.reduce((sum, { size }) => sum + size, 0) })
    }
    // What has gone is not listed again, and what stays is passed by.
    behind = stay.at(-1) ?? behind
    if (!isTruncated) break
  }
  return { objects, locked }
}

async function remove(
  { metadata, clock, settings }: EmptyParts,
  { id: bucketId, configuration }: Bucket,
  { key, versionId }: ListedVersion,
) {
  const now = clock.now()
  const answer = await metadata.write({
    kind: 'delete',
    bucketId,
    key,
    versionId,
    ownerId: configuration.acl.owner,
    now,
    trashAfter: now + settings.trashMs,
  })
  return answer.kind
}
