import { changeAttributes, type Change } from './change-attributes.ts'
import { checkObjectTags } from './tags.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from './object-ref.ts'
import { shownVersionId } from './shown-version-id.ts'
import type { ObjectAttributes, Tags } from './object-version.ts'
import type { Parts } from '../parts.ts'

interface TaggedVersion {
  /** Undefined where the bucket has never been versioned. */
  readonly versionId: string | undefined
}

/** Replaces an object's tags; none removes them. Throws what checkObjectTags throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export const putTags =
  (parts: Pick<Parts, 'metadata' | 'clock'>) =>
  async (caller: Caller, object: ObjectRef, tags: Tags): Promise<TaggedVersion> => {
    checkObjectTags(tags)
    const action = 's3:PutObjectTagging'
    const event = { name: 'ObjectTagging:Put', at: parts.clock.now() } as const
    return replaceTags(parts, { caller, object, action, event, requestTags: tags }, tags)
  }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export const deleteTags =
  (parts: Pick<Parts, 'metadata' | 'clock'>) =>
  (caller: Caller, object: ObjectRef): Promise<TaggedVersion> => {
    const action = 's3:DeleteObjectTagging'
    const event = { name: 'ObjectTagging:Delete', at: parts.clock.now() } as const
    return replaceTags(parts, { caller, object, action, event }, [])
  }

async function replaceTags(
  parts: Pick<Parts, 'metadata'>,
  change: Change,
  tags: Tags,
): Promise<TaggedVersion> {
  const { bucket, version } = await changeAttributes(parts, change, ({ attributes }) =>
    withTags(attributes, tags),
  )
  return { versionId: shownVersionId(bucket, version) }
}

const withTags = ({ tags: _tags, ...kept }: ObjectAttributes, tags: Tags): ObjectAttributes =>
  tags.length > 0 ? { ...kept, tags } : kept
