import { S3Error } from '../core/errors.ts'
import { tagSetOf, tagsOf, type TagElement } from './tagging.ts'
import type { ObjectFilter } from '../core/buckets/object-filter.ts'

interface Predicates {
  readonly Prefix?: string | undefined
  readonly Tag?: TagElement | undefined
  readonly AccessPointArn?: string | undefined
}

interface FilterElement extends Predicates {
  readonly And?: (Omit<Predicates, 'Tag'> & { readonly Tags?: readonly TagElement[] | undefined }) | undefined
}

/** Throws MalformedXML for several predicates outside of `And` or less than two in it, NotImplemented for access points. */
export function objectFilterOf({ Prefix, Tag, AccessPointArn, And }: FilterElement): ObjectFilter {
  if (AccessPointArn !== undefined || And?.AccessPointArn !== undefined) {
    throw new S3Error('NotImplemented', { message: 'There are no access points.' })
  }
  if ([Prefix, Tag, And].filter((predicate) => predicate !== undefined).length > 1) throw malformed()
  if (!And) return { prefix: Prefix, tags: tagsOf(Tag ? [Tag] : []) }
  const tags = tagsOf(And.Tags ?? [])
  if (tags.length + (And.Prefix === undefined ? 0 : 1) < 2) throw malformed()
  return { prefix: And.Prefix, tags }
}

export function objectFilterOutput({ prefix, tags }: ObjectFilter) {
  const [tag, ...others] = tagSetOf(tags)
  if (!tag) return { Prefix: prefix ?? '' }
  if (prefix === undefined && others.length === 0) return { Tag: tag }
  return { And: { Prefix: prefix, Tags: [tag, ...others] } }
}

const malformed = () => new S3Error('MalformedXML')
