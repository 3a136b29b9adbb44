import { changeAttributes } from './change-attributes.ts'
import { checkObjectTags } from './tags.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from './object-ref.ts'
import type { ObjectAttributes, ObjectVersion, Tags } from './object-version.ts'
import type { Parts } from '../parts.ts'

/** Replaces an object's tags; none removes them. Throws what checkObjectTags throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export const putTags =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, object: ObjectRef, tags: Tags): Promise<ObjectVersion> => {
    checkObjectTags(tags)
    const action = 's3:PutObjectTagging'
    return changeAttributes(parts, { caller, object, action }, ({ attributes }) => withTags(attributes, tags))
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export const deleteTags =
  (parts: Pick<Parts, 'metadata'>) =>
  (caller: Caller, object: ObjectRef): Promise<ObjectVersion> => {
    const action = 's3:DeleteObjectTagging'
    return changeAttributes(parts, { caller, object, action }, ({ attributes }) => withTags(attributes, []))
  }

const withTags = ({ tags: _tags, ...kept }: ObjectAttributes, tags: Tags): ObjectAttributes =>
  tags.length > 0 ? { ...kept, tags } : kept
