import { S3Error } from '../errors.ts'
import { bucketDocument } from './bucket-document.ts'
import { getBucket } from './get-bucket.ts'
import { checkReplication, parseDestination, type ReplicationConfiguration } from './replication.ts'
import type { Bucket } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

const document = bucketDocument('replication', { missing: 'ReplicationConfigurationNotFoundError' })

/** Throws ReplicationConfigurationNotFoundError. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html */
export const getBucketReplication = document.get

/**
 * Throws InvalidRequest unless the bucket and its destinations keep versions, InvalidArgument for a destination that is not configured, and what
 * checkReplication throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html
 */
export const putBucketReplication =
  (parts: Pick<Parts, 'metadata' | 'replicaTargets'>) =>
  async (caller: Caller, name: string, replication: ReplicationConfiguration): Promise<void> => {
    const bucket = await getBucket(parts, caller, name)
    if (bucket.versioning !== 'enabled')
      throw invalid("Versioning must be 'Enabled' on the bucket to apply a replication configuration")
    checkReplication(replication)
    for (const { destination } of replication.rules) await checkDestination(parts, bucket, destination.arn)
    await document.put(parts)(caller, name, replication)
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketReplication.html */
export const deleteBucketReplication = document.delete

async function checkDestination(
  { metadata, replicaTargets }: Pick<Parts, 'metadata' | 'replicaTargets'>,
  source: Bucket,
  arn: string,
): Promise<void> {
  const destination = parseDestination(arn)
  if (destination.kind === 'remote') {
    if (replicaTargets.has(destination.target)) return
    throw new S3Error('InvalidArgument', {
      message: 'The destination is not configured on this server.',
      detail: { ArgumentName: 'Bucket', ArgumentValue: arn },
    })
  }
  const target = await metadata.catalog.findBucket(source.namespace, destination.bucket)
  if (!target) throw invalid('Destination bucket must exist.')
  if (target.id === source.id) throw invalid('Source bucket and destination bucket must be different.')
  if (target.versioning !== 'enabled') throw invalid('Destination bucket must have versioning enabled.')
}

const invalid = (message: string) => new S3Error('InvalidRequest', { message })
