import { defaultProject } from '../core/credentials/ensure-root.ts'
import { findBucket } from '../core/buckets/find-bucket.ts'
import { getProject } from '../core/projects/get-project.ts'
import { projectCaller } from '../core/caller.ts'
import { refuseClosed } from '../core/projects/refuse-closed.ts'
import { S3Error } from '../core/errors.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Catalog } from '../core/ports.ts'
import type { ProjectCaller } from '../core/caller.ts'

interface NamedBucket {
  readonly name: string
  /** Absent: the default one. */
  readonly project?: string | undefined
}

interface OwnedBucket {
  readonly bucket: Bucket
  readonly owner: ProjectCaller
}

/**
 * A bucket of a project, which may share its names with others. Throws NoSuchEntity for an unknown project, and NoSuchBucket also for a bucket
 * that belongs to another one,
 * AccountProblem.
 */
export async function ownedBucket(
  catalog: Catalog,
  { name, project = defaultProject }: NamedBucket,
): Promise<OwnedBucket> {
  const owner = projectCaller(await getProject(catalog, project))
  const bucket = await findBucket(catalog, owner.project.namespace, name)
  if (bucket?.projectId !== owner.project.id)
    throw new S3Error('NoSuchBucket', { detail: { BucketName: name } })
  refuseClosed(bucket.account)
  return { bucket, owner }
}
