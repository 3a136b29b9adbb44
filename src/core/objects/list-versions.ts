import { getBucket } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { checkVersionId } from './version-id.ts'
import { ownedPage } from './owned-page.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import type { VersionPage, VersionQuery } from './list-query.ts'

/**
 * A page of the versions and delete markers of a bucket. Throws InvalidArgument for a version marker that is none, or that comes without its key.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export const listVersions =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, bucketName: string, query: Omit<VersionQuery, 'bucketId'>): Promise<VersionPage> => {
    const { keyMarker, versionIdMarker } = query
    if (versionIdMarker !== undefined) {
      if (keyMarker === '') throw withoutKey(versionIdMarker)
      checkVersionId(versionIdMarker, 'version-id-marker')
    }
    const bucket = await getBucket(parts, caller, bucketName)
    return ownedPage(bucket, await parts.metadata.listVersions({ ...query, bucketId: bucket.id }))
  }

const withoutKey = (versionIdMarker: string) =>
  new S3Error('InvalidArgument', {
    message: 'A version-id marker cannot be specified without a key marker.',
    detail: { ArgumentName: 'version-id-marker', ArgumentValue: versionIdMarker },
  })
