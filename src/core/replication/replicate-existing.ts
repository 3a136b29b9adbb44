import { S3Error } from '../errors.ts'
import { getProject } from '../projects/get-project.ts'
import { announce, eventsOf, pendingReplication } from '../events/announcement.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'

interface Wanted {
  readonly project: string
  readonly bucket: string
}

const keysAtOnce = 1000

/**
 * Orders copies of all versions in a bucket that the rules are about and that have not been copied; resolves to how many. The copies are made
 * by the job. Throws NoSuchEntity, NoSuchBucket, ReplicationConfigurationNotFoundError.
 */
export const replicateExisting =
  (parts: Parts) =>
  async ({ project: projectName, bucket: name }: Wanted): Promise<number> => {
    const project = await getProject(parts.metadata.catalog, projectName)
    const bucket = await parts.metadata.catalog.findBucket(project.namespace, name)
    if (bucket?.projectId !== project.id) throw new S3Error('NoSuchBucket', { detail: { BucketName: name } })
    if (!bucket.configuration.replication)
      throw new S3Error('ReplicationConfigurationNotFoundError', { detail: { BucketName: name } })
    let count = 0
    for await (const page of versionPages(parts, bucket)) count += await order(parts, bucket, page)
    return count
  }

/** Pages of versions, the oldest of a key first. */
async function* versionPages({ metadata }: Parts, bucket: Bucket): AsyncGenerator<readonly Named[]> {
  let keyMarker = ''
  let versionIdMarker: string | undefined
  for (;;) {
    const query = { bucketId: bucket.id, prefix: '', delimiter: undefined, keyMarker, versionIdMarker }
    const { entries, isTruncated } = await metadata.listVersions({ ...query, limit: keysAtOnce })
    const versions = entries.flatMap((entry) => ('commonPrefix' in entry ? [] : [entry]))
    yield versions.filter(({ isDeleteMarker }) => !isDeleteMarker).toReversed()
    const last = versions.at(-1)
    if (!isTruncated || !last) return
    keyMarker = last.key
    versionIdMarker = last.versionId
  }
}

type Named = Pick<ObjectVersion, 'key' | 'versionId'>

const order = (parts: Parts, bucket: Bucket, versions: readonly Named[]): Promise<number> =>
  parts.metadata.transaction(async (tx) => {
    let count = 0
    for (const { key, versionId } of versions) {
      const version = await tx.findVersion(bucket.id, key, versionId)
      const announcement = version && orderFor(bucket, version)
      if (!announcement) continue
      const { attributes } = version
      await tx.putObjectAttributes(version, { ...attributes, ...pendingReplication(announcement) })
      await tx.appendEvents(eventsOf(announcement, occurrenceOf(version, parts.clock.now())))
      count += 1
    }
    return count
  })

/** Without subscribers: that it was created is no news. */
function orderFor(bucket: Bucket, { key, attributes }: ObjectVersion) {
  const status = attributes.replication?.status
  if (status !== undefined && status !== 'FAILED') return undefined
  const names = { stored: 'ObjectCreated:Put' } as const
  const announcement = announce(bucket, { key, tags: attributes.tags, names })
  return announcement && announcement.replicas.length > 0 ? { ...announcement, subscribers: [] } : undefined
}

const occurrenceOf = ({ bucketId, key, size, etag, versionId }: ObjectVersion, at: number) => ({
  bucketId,
  key,
  happening: 'stored' as const,
  object: { size, etag, versionId },
  versionId,
  at,
})
