import { S3Error } from '../core/errors.ts'
import { tagSetOf, tagsOf, type TagElement } from './tagging.ts'
import type { LifecycleRule } from '../core/lifecycle/lifecycle.ts'

interface Predicates {
  readonly Prefix?: string | undefined
  readonly ObjectSizeGreaterThan?: number | undefined
  readonly ObjectSizeLessThan?: number | undefined
}

interface FilterElement extends Predicates {
  readonly Tag?: TagElement | undefined
  readonly And?: (Predicates & { readonly Tags?: readonly TagElement[] | undefined }) | undefined
}

type Filtered = Pick<LifecycleRule, 'form' | 'filter'>

/**
 * What a rule is about: its own Prefix, as it was once written, or its Filter. Predicates beside each other, or beside And, are taken as
 * if they stood in one And. Throws MalformedXML for Prefix and Filter or neither, less than two predicates in And, or two that exclude
 * each other.
 */
export function lifecycleFilterOf({
  Prefix,
  Filter,
}: {
  readonly Prefix?: string | undefined
  readonly Filter?: FilterElement | undefined
}): Filtered {
  if ((Prefix === undefined) === (Filter === undefined)) throw malformed()
  if (!Filter) return { form: 'prefix', filter: { prefix: Prefix, tags: [] } }
  const { And, Tag, ...alone } = Filter
  const { Tags = [], ...others } = And ?? {}
  if (And && countOf(others) + Tags.length < 2) throw malformed()
  const tags = tagsOf(Tag ? [Tag, ...Tags] : Tags)
  const isPlain = !And && countOf(alone) + tags.length <= 1
  return { form: isPlain ? 'filter' : 'and', filter: { ...predicatesOf(alone, others), tags } }
}

const countOf = (predicates: object): number =>
  Object.values(predicates).filter((predicate) => predicate !== undefined).length

const predicatesOf = (alone: Predicates, others: Predicates) => ({
  prefix: bothOf(alone.Prefix, others.Prefix, (first, second) => {
    if (first.startsWith(second)) return first
    if (second.startsWith(first)) return second
    throw malformed()
  }),
  sizeGreaterThan: bothOf(alone.ObjectSizeGreaterThan, others.ObjectSizeGreaterThan, Math.max),
  sizeLessThan: bothOf(alone.ObjectSizeLessThan, others.ObjectSizeLessThan, Math.min),
})

const bothOf = <Value>(
  first: Value | undefined,
  second: Value | undefined,
  narrower: (first: Value, second: Value) => Value,
): Value | undefined =>
  first === undefined ? second : second === undefined ? first : narrower(first, second)

/** As the client wrote it, or with the And that it left out. */
export function lifecycleFilterOutput({ form, filter }: Filtered) {
  const { prefix, tags, sizeGreaterThan, sizeLessThan } = filter
  if (form === 'prefix') return { Prefix: prefix }
  const predicates = {
    Prefix: prefix,
    ObjectSizeGreaterThan: sizeGreaterThan,
    ObjectSizeLessThan: sizeLessThan,
  }
  const [tag, ...others] = tagSetOf(tags)
  if (form === 'filter') return { Filter: { ...predicates, Tag: tag } }
  return { Filter: { And: { ...predicates, Tags: tag && [tag, ...others] } } }
}

const malformed = () => new S3Error('MalformedXML')
