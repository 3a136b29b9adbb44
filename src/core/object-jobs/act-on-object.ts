import { projectCaller, type ProjectCaller } from '../caller.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { copyObject } from '../objects/copy-object.ts'
import { deleteObject } from '../objects/delete-object.ts'
import { renameObject } from '../objects/rename-object.ts'
import { sameEncryption } from '../objects/same-encryption.ts'
import { targetKey } from './target-key.ts'
import type { ObjectJob, ObjectTarget } from './object-job.ts'
import type { ObjectVersion } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { SelectedObject } from './object-selection.ts'

/** Does with one object what a job is to do; resolves to its size in bytes. */
export type ActOnObject = (object: SelectedObject) => Promise<number>

interface Work {
  readonly parts: Parts
  readonly owner: ProjectCaller
  readonly job: ObjectJob
  readonly signal: AbortSignal
}

/** Acts for the project. Throws NoSuchBucket when the bucket is not that of the start any more. */
export async function actOnObject(parts: Parts, job: ObjectJob, signal: AbortSignal): Promise<ActOnObject> {
  const project = await parts.metadata.catalog.findProject(job.projectId)
  const owner = project && projectCaller(project)
  const bucket = owner && (await getBucket(parts, owner, job.bucket))
  if (bucket?.id !== job.bucketId || !owner) throw new S3Error('NoSuchBucket')
  const work = { parts, owner, job, signal }
  return async (object) => {
    const version = await parts.metadata.findObject(bucket.id, object.key, { withData: false })
    if (job.to) await transfer(work, job.to, object, version)
    else await deleteObject(parts)(owner, { bucket: job.bucket, key: object.key })
    return version?.size ?? 0
  }
}

async function transfer(
  work: Work,
  to: ObjectTarget,
  object: SelectedObject,
  version: ObjectVersion | undefined,
): Promise<void> {
  const { parts, owner, job, signal } = work
  const { key } = object
  if (!version) throw new S3Error('NoSuchKey', { detail: { Key: key } })
  const target = { bucket: to.bucket, key: targetKey(job, object) }
  if (job.action === 'move' && to.bucket === job.bucket)
    return renameObject(parts)(owner, target, { sourceKey: key, signal: () => signal })
  await copyObject(parts)(owner, target, {
    source: { bucket: job.bucket, key },
    sourceConditions: { ifMatch: [version.etag] },
    storageClass: version.storageClass,
    encryption: sameEncryption(version.attributes.encryption),
    acl: {},
    isOfAnySize: true,
    signal: () => signal,
  })
  // What was written to the source meanwhile was not copied, and stays.
  if (job.action === 'move') {
    const conditions = { ifSequence: version.sequence }
    await deleteObject(parts)(owner, { bucket: job.bucket, key }, { conditions })
  }
}
