import { S3Error } from '../errors.ts'
import { type Caller, namespaceOf } from '../caller.ts'
import type { Parts } from '../parts.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { Bucket } from './bucket.ts'

/** The bucket that the caller means by a name. Throws NoSuchBucket. */
export const getBucket = async (
  { metadata }: Pick<Parts, 'metadata'>,
  caller: Caller,
  name: string,
): Promise<Bucket> => existing(await metadata.catalog.findBucket(namespaceOf(caller), name), name)

/** The same inside a transaction, which is about to change it or what it holds. Throws NoSuchBucket. */
export const getBucketToChange = async (
  tx: Pick<MetadataTransaction, 'findBucket'>,
  caller: Caller,
  name: string,
): Promise<Bucket> => existing(await tx.findBucket(namespaceOf(caller), name), name)

function existing(bucket: Bucket | undefined, name: string): Bucket {
  if (bucket) return bucket
  throw new S3Error('NoSuchBucket', { detail: { BucketName: name } })
}
