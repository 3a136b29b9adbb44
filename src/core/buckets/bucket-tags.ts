import { checkBucketTags } from '../objects/tags.ts'
import { bucketDocument } from './bucket-document.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import type { Tags } from '../objects/object-version.ts'

const document = bucketDocument('tags', { missing: 'NoSuchTagSet', check: checkBucketTags })

/** Throws NoSuchTagSet. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html */
export const getBucketTags = document.get

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html */
export const deleteBucketTags = document.delete

/** Replaces all tags; none are as good as deleted. Throws what checkBucketTags throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html */
export const putBucketTags =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, name: string, tags: Tags): Promise<void> =>
    tags.length > 0 ? document.put(parts)(caller, name, tags) : document.delete(parts)(caller, name)
