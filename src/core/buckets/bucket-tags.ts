import { S3Error } from '../errors.ts'
import { checkBucketTags } from '../objects/tags.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { BucketConfiguration } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import type { Tags } from '../objects/object-version.ts'

/** Throws NoSuchTagSet. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html */
export const getBucketTags =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<Tags> => {
    const { tags } = (await getBucket(parts, caller, name)).configuration
    if (tags) return tags
    throw new S3Error('NoSuchTagSet', { detail: { BucketName: name } })
  }

/** Replaces all tags. Throws what checkBucketTags throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html */
export const putBucketTags =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string, tags: Tags): Promise<void> => {
    checkBucketTags(tags)
    await changeConfiguration(parts, { caller, name }, (configuration) => withTags(configuration, tags))
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html */
export const deleteBucketTags =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string): Promise<void> =>
    changeConfiguration(parts, { caller, name }, (configuration) => withTags(configuration, []))

/** An empty set of tags is none. */
const withTags = ({ tags: _replaced, ...kept }: BucketConfiguration, tags: Tags): BucketConfiguration =>
  tags.length > 0 ? { ...kept, tags } : kept
