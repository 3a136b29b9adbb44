import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'
import { oldPrefix, withoutOldPrefix } from '../fields/old-prefix.ts'
import type { Tag } from '../fields/tag.ts'

export type LifecycleRule = NonNullable<SettingDocuments['lifecycle']['Rules']>[number]

/** What a part of a rule's form is given: the rule, and where another one goes. */
export interface RuleFieldsProps {
  readonly rule: LifecycleRule
  readonly onChange: (rule: LifecycleRule) => void
}

/** What every rule of the form is about, however its document writes it. */
export interface FlatFilter {
  readonly prefix: string
  readonly tags: readonly Tag[]
  /** In bytes, both exclusive. */
  readonly largerThan: number | undefined
  readonly smallerThan: number | undefined
}

/** A rule's filter stands in three places: the old Prefix, the filter itself, or And within it. */
export function flatFilter(rule: LifecycleRule): FlatFilter {
  const { Filter = {} } = rule
  const { And = {}, Tag } = Filter
  return {
    prefix: And.Prefix ?? Filter.Prefix ?? oldPrefix(rule) ?? '',
    tags: And.Tags ?? (Tag ? [Tag] : []),
    largerThan: And.ObjectSizeGreaterThan ?? Filter.ObjectSizeGreaterThan,
    smallerThan: And.ObjectSizeLessThan ?? Filter.ObjectSizeLessThan,
  }
}

/** The rule with another filter, written in the shortest way that S3 takes. */
export function withFilter(rule: LifecycleRule, filter: FlatFilter): LifecycleRule {
  return { ...withoutOldPrefix(rule), Filter: writtenFilter(filter) }
}

function writtenFilter({ prefix, tags, largerThan, smallerThan }: FlatFilter): LifecycleRule['Filter'] {
  const sizes = {
    ...(largerThan !== undefined && { ObjectSizeGreaterThan: largerThan }),
    ...(smallerThan !== undefined && { ObjectSizeLessThan: smallerThan }),
  }
  const [tag] = tags
  const conditions = Object.keys(sizes).length + tags.length + (prefix === '' ? 0 : 1)
  if (conditions === 0) return { Prefix: '' }
  if (conditions === 1)
    return { ...sizes, ...(tag && { Tag: tag }), ...(prefix !== '' && { Prefix: prefix }) }
  return {
    And: { ...(prefix !== '' && { Prefix: prefix }), ...(tags.length > 0 && { Tags: [...tags] }), ...sizes },
  }
}

/** The rule with an action put, or taken away. */
export function withAction<Name extends keyof LifecycleRule>(
  rule: LifecycleRule,
  name: Name,
  action: LifecycleRule[Name] | undefined,
): LifecycleRule {
  const { [name]: before, ...rest } = rule
  // All but the action is as it was.
  return (action === undefined ? rest : { ...rest, [name]: action }) as LifecycleRule
}

/** A rule to begin with: what most buckets can do with. */
export const newRule = (id: string): LifecycleRule => ({
  ID: id,
  Status: 'Enabled',
  Filter: { Prefix: '' },
  AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
})

export const storageClasses = [
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
] as const

/** A day of the calendar, as fields of dates have it, from a moment in a document; and back. */
export const dayOf = (moment: string | undefined): string => moment?.slice(0, 10) ?? ''
export const momentOf = (day: string): string => `${day}T00:00:00.000Z`
