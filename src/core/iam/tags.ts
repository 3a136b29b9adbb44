import { S3Error } from '../errors.ts'
import { invalidValue } from './invalid-value.ts'
import { checkQuota } from './quotas.ts'
import { getByArn, getNamed, getOwnPolicy } from './find-entity.ts'
import { pageWithin, type IamPage, type Paging } from './paging.ts'
import type { Tags } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { TaggedEntity } from './entities.ts'
import type { IamReads } from './iam-records.ts'

/** A user or role by name, a policy or provider by ARN. */
export type TaggedRef =
  | { readonly kind: 'user' | 'role'; readonly name: string }
  | { readonly kind: 'policy' | 'oidc-provider'; readonly arn: string }

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u
const longestKey = 128
const longestValue = 256

/**
 * The tags of something new: fifty at most, no key twice in whatever case. Throws ValidationError, InvalidInput or LimitExceeded.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
 */
export function checkNewTags(tags: Tags): Tags {
  for (const { key, value } of tags) checkTag(key, value)
  const keys = new Set(tags.map(({ key }) => key.toLowerCase()))
  if (keys.size < tags.length)
    throw new S3Error('InvalidInput', {
      message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    })
  checkQuota('TagsPerResource', tags.length)
  return sorted(tags)
}

function checkTag(key: string, value: string): void {
  if (key === '' || key.length > longestKey || !allowed.test(key))
    throw invalidValue(
      'tags.member.key',
      key,
      `1 to ${String(longestKey)} letters, digits, spaces or any of _.:/=+-@`,
    )
  if (value.length > longestValue || !allowed.test(value))
    throw invalidValue(
      'tags.member.value',
      value,
      `at most ${String(longestValue)} letters, digits, spaces or any of _.:/=+-@`,
    )
  if (/^aws:/i.test(key))
    throw new S3Error('InvalidInput', { message: `The tag key ${key} is reserved: it begins with aws:` })
}

const sorted = (tags: Tags): Tags => tags.toSorted((a, b) => (a.key < b.key ? -1 : 1))

/** Throws NoSuchEntity, or AccessDenied for a policy of AWS. */
const getOwnTagged = (iam: IamReads, projectId: string, ref: TaggedRef): Promise<TaggedEntity> =>
  ref.kind === 'policy' ? getOwnPolicy(iam, projectId, ref.arn) : getTagged(iam, projectId, ref)

const getTagged = (iam: IamReads, projectId: string, ref: TaggedRef): Promise<TaggedEntity> =>
  'arn' in ref ? getByArn(iam, projectId, ref) : getNamed(iam, projectId, ref)

/** Replaces the values of keys that are there. Throws NoSuchEntity, ValidationError, InvalidInput or LimitExceeded. */
const putTags =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (projectId: string, ref: TaggedRef, tags: Tags): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const entity = await getOwnTagged(iam, projectId, ref)
      const given = checkNewTags(tags)
      const kept = without(
        entity.tags,
        given.map(({ key }) => key),
      )
      await iam.replace({ ...entity, tags: checkNewTags([...kept, ...given]) })
    })

/** Keys that are not there have no effect. Throws NoSuchEntity. */
const removeTags =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (projectId: string, ref: TaggedRef, keys: readonly string[]): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const entity = await getOwnTagged(iam, projectId, ref)
      await iam.replace({ ...entity, tags: without(entity.tags, keys) })
    })

function without(tags: Tags, keys: readonly string[]): Tags {
  const gone = new Set(keys.map((key) => key.toLowerCase()))
  return tags.filter(({ key }) => !gone.has(key.toLowerCase()))
}

/** Throws NoSuchEntity or ValidationError. */
const listTags =
  ({ metadata: { iam } }: Pick<Parts, 'metadata'>) =>
  async (projectId: string, ref: TaggedRef, paging: Paging = {}): Promise<IamPage<Tags[number]>> => {
    const { tags } = await getTagged(iam, projectId, ref)
    return pageWithin(tags, ({ key }) => key, paging)
  }

/** What can be done with the tags of users, roles, policies and providers. */
export const tagUseCases = (parts: Pick<Parts, 'metadata'>) => ({
  put: putTags(parts),
  remove: removeTags(parts),
  list: listTags(parts),
})
