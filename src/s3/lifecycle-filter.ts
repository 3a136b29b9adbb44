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
 * What a rule is about: its own Prefix, as it was once written, or its Filter. Several predicates without And are taken as if they stood in
 * one. Throws MalformedXML for Prefix and Filter or neither, predicates beside And, or less than two in it.
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
  const { And, ...alone } = Filter
  const count = countOf(alone)
  if (!And) {
    const filter = { ...predicatesOf(alone), tags: tagsOf(alone.Tag ? [alone.Tag] : []) }
    return { form: count > 1 ? 'and' : 'filter', filter }
  }
  if (count > 0) throw malformed()
  const { Tags = [], ...others } = And
  if (countOf(others) + Tags.length < 2) throw malformed()
  return { form: 'and', filter: { ...predicatesOf(others), tags: tagsOf(Tags) } }
}

const countOf = (predicates: object): number =>
  Object.values(predicates).filter((predicate) => predicate !== undefined).length

const predicatesOf = ({ Prefix, ObjectSizeGreaterThan, ObjectSizeLessThan }: Predicates) => ({
  prefix: Prefix,
  sizeGreaterThan: ObjectSizeGreaterThan,
  sizeLessThan: ObjectSizeLessThan,
})

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
