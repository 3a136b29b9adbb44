import { S3Error } from '../../core/errors.ts'
import { continuationToken, parseContinuationToken } from '../continuation-token.ts'
import { bucketCursor, parseBucketCursor } from '../../core/buckets/bucket-cursor.ts'
import { operation } from '../operation.ts'
import { projectOf } from '../project-caller.ts'

const mostBuckets = 10_000

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export const listBuckets = operation('ListBuckets', async ({ input, caller, core }) => {
  const { project } = projectOf(caller)
  const {
    Prefix: prefix,
    ContinuationToken: token,
    MaxBuckets: limit = mostBuckets,
    BucketRegion: region,
  } = input
  if (limit < 1 || limit > mostBuckets) {
    throw new S3Error('InvalidArgument', {
      message: `Argument max-buckets must be an integer between 1 and ${String(mostBuckets)}`,
      detail: { ArgumentName: 'max-buckets', ArgumentValue: limit },
    })
  }
  const { buckets, isTruncated } = await core.buckets.list(projectOf(caller), {
    ...(prefix !== undefined && { prefix }),
    ...(region !== undefined && { region }),
    ...(token !== undefined && { after: parseBucketCursor(parseContinuationToken(token)) }),
    limit,
  })
  const last = buckets.at(-1)
  return {
    Buckets: buckets.map((bucket) => ({
      Name: bucket.name,
      CreationDate: new Date(bucket.createdAt),
      // S3 tells regions only to clients that page.
      ...(input.MaxBuckets !== undefined && { BucketRegion: bucket.region }),
    })),
    Owner: { ID: project.canonicalId, DisplayName: project.name },
    Prefix: prefix,
    ContinuationToken: isTruncated && last ? continuationToken(bucketCursor(last)) : undefined,
  }
})
