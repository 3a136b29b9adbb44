import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** The canonical id that owns what the caller writes: the caller's own, or the bucket owner's for anonymous writers. */
export async function ownerOf(
  { metadata }: Pick<Parts, 'metadata'>,
  caller: Caller,
  bucket: Bucket,
): Promise<string> {
  if (caller.kind === 'project') return caller.project.canonicalId
  const project = await metadata.catalog.findProject(bucket.projectId)
  if (!project) throw new Error(`The bucket ${bucket.name} belongs to a project that does not exist.`)
  return project.canonicalId
}
