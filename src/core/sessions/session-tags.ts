import { S3Error } from '../errors.ts'
import { checkNewTags } from '../iam/tags.ts'
import type { Session, SessionTags } from './session.ts'
import type { Tags } from '../objects/object-version.ts'

/** The tags that a client asks for. */
export interface RequestedTags {
  readonly tags?: Tags | undefined
  readonly transitiveTagKeys?: readonly string[] | undefined
}

type TagsOfSession = Pick<Session, 'tags' | 'transitiveTagKeys'>

/** With those that go on from the session which asks. Throws what checkNewTags throws, ValidationError for one that is handed on already. */
export function sessionTags(
  { tags = [], transitiveTagKeys = [] }: RequestedTags,
  before: TagsOfSession | undefined,
): TagsOfSession {
  checkNewTags(tags)
  const given = Object.fromEntries(tags.map(({ key, value }) => [key, [value]]))
  const inherited = inheritedTags(before)
  const taken = new Set(Object.keys(inherited).map((key) => key.toLowerCase()))
  const twice = Object.keys(given).find((key) => taken.has(key.toLowerCase()))
  if (twice !== undefined)
    throw new S3Error('ValidationError', {
      message: `The tag ${twice} is a transitive one of the calling session, and cannot be replaced.`,
    })
  return {
    tags: { ...inherited, ...given },
    transitiveTagKeys: [...Object.keys(inherited), ...transitiveTagKeys],
  }
}

const inheritedTags = (before: TagsOfSession | undefined): SessionTags =>
  Object.fromEntries(
    Object.entries(before?.tags ?? {}).filter(([key]) => before?.transitiveTagKeys.includes(key)),
  )
