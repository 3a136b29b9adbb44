import { S3Error } from '../core/errors.ts'
import { namespaceOf, type Caller } from '../core/caller.ts'
import { findBucket } from '../core/buckets/find-bucket.ts'
import { parseCopySource } from './copy-source.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Core } from '../core/create-core.ts'

export interface OwnerExpectations {
  readonly ExpectedBucketOwner?: string | undefined
  readonly ExpectedSourceBucketOwner?: string | undefined
  readonly CopySource?: string | undefined
}

export const expectsOwner = (input: OwnerExpectations): boolean =>
  input.ExpectedBucketOwner !== undefined || input.ExpectedSourceBucketOwner !== undefined

/**
 * Refuses a request whose bucket belongs to somebody else than it expects: a project's id or canonical id. Throws AccessDenied.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 */
export async function checkExpectedOwner(
  { catalog }: Core,
  input: OwnerExpectations,
  { caller, bucket }: { readonly caller: Caller; readonly bucket: Bucket | undefined },
): Promise<void> {
  const { ExpectedBucketOwner, ExpectedSourceBucketOwner, CopySource } = input
  if (ExpectedBucketOwner !== undefined) await check(bucket, ExpectedBucketOwner)
  if (ExpectedSourceBucketOwner === undefined || CopySource === undefined) return
  const source = await findBucket(catalog, namespaceOf(caller), parseCopySource(CopySource).bucket)
  await check(source, ExpectedSourceBucketOwner)

  async function check(owned: Bucket | undefined, expected: string) {
    const owner = owned && (await catalog.findProject(owned.projectId))
    // That there is no such bucket is said by the operation.
    if (owner && expected !== owner.id && expected !== owner.canonicalId) throw new S3Error('AccessDenied')
  }
}
