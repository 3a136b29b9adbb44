import { S3Error } from '../errors.ts'
import { refuseClosed } from '../projects/refuse-closed.ts'
import { type Caller, namespaceOf } from '../caller.ts'
import { type BucketPlaces, findBucket } from './find-bucket.ts'
import type { Parts } from '../parts.ts'
import type { Bucket } from './bucket.ts'

/** The bucket that the caller means by a name. Throws NoSuchBucket, AccountProblem. */
export const getBucket = async (
  { metadata }: Pick<Parts, 'metadata'>,
  caller: Caller,
  name: string,
): Promise<Bucket> => existing(await findBucket(metadata.catalog, namespaceOf(caller), name), name)

/** The same inside a transaction, which is about to change it or what it holds. Throws NoSuchBucket, AccountProblem. */
export const getBucketToChange = async (tx: BucketPlaces, caller: Caller, name: string): Promise<Bucket> =>
  existing(await findBucket(tx, namespaceOf(caller), name), name)

function existing(bucket: Bucket | undefined, name: string): Bucket {
  if (!bucket) throw new S3Error('NoSuchBucket', { detail: { BucketName: name } })
  refuseClosed(bucket.account)
  return bucket
}
