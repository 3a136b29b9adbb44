import { S3Error } from '../errors.ts'
import { targetName } from '../events/target.ts'
import { parseStorageClass } from '../objects/storage-class.ts'
import { checkObjectFilter, type ObjectFilter } from './object-filter.ts'
import type { Tags } from '../objects/object-version.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationConfiguration.html */
export interface ReplicationConfiguration {
  /** ARN of the role that S3 would assume; kept for clients that ask for it. */
  readonly role: string
  readonly rules: readonly ReplicationRule[]
}

export interface ReplicationRule {
  readonly id: string
  /** Of the rules for one destination the highest counts. Absent in the older form of a rule, which has no filter but a prefix. */
  readonly priority?: number | undefined
  readonly isEnabled: boolean
  readonly isOldForm: boolean
  readonly filter: ObjectFilter
  readonly replicatesDeleteMarkers: boolean
  /** Undefined when the rule does not say it. */
  readonly replicatesExisting?: boolean | undefined
  readonly destination: ReplicationDestination
}

interface ReplicationDestination {
  /** `arn:aws:s3:::BUCKET` of a bucket here, `arn:seau:s3:::NAME` of one that the operator has named. */
  readonly arn: string
  readonly account?: string | undefined
  readonly storageClass?: string | undefined
  /** Whether the copies belong to the destination's owner. */
  readonly changesOwner: boolean
}

/** Where an ARN of a destination points to. */
export type Destination =
  { readonly kind: 'here'; readonly bucket: string } | { readonly kind: 'remote'; readonly target: string }

/** Throws InvalidArgument for what is no destination. */
export function parseDestination(arn: string): Destination {
  const [, partition, name] = /^arn:(aws[\w-]*|seau):s3:::([^:/]+)$/.exec(arn) ?? []
  if (name === undefined) {
    throw new S3Error('InvalidArgument', {
      message: 'Invalid bucket ARN.',
      detail: { ArgumentName: 'Bucket', ArgumentValue: arn },
    })
  }
  return partition === 'seau' ? { kind: 'remote', target: targetName(name) } : { kind: 'here', bucket: name }
}

const mostRules = 1000
const mostIdCharacters = 255

/** Throws InvalidArgument, InvalidRequest or MalformedXML, and what checkObjectFilter throws. */
export function checkReplication({ rules }: ReplicationConfiguration): void {
  if (rules.length === 0 || rules.length > mostRules) throw new S3Error('MalformedXML')
  rules.forEach(checkRule)
  if (new Set(rules.map(({ id }) => id)).size < rules.length)
    throw invalid('InvalidArgument', 'Rule Id must be unique.')
  const oldForms = new Set(rules.map(({ isOldForm }) => isOldForm))
  if (oldForms.size > 1) throw invalid('InvalidRequest', 'All rules must be of the same form.')
  const priorities = rules.filter(({ isOldForm }) => !isOldForm).map(({ priority }) => priority)
  if (new Set(priorities).size < priorities.length)
    throw invalid('InvalidArgument', 'Found duplicate priority in the rules.')
}

function checkRule(rule: ReplicationRule): void {
  const { id, filter, destination, isOldForm, priority, replicatesDeleteMarkers } = rule
  if (id.length > mostIdCharacters)
    throw invalid('InvalidArgument', "The maximum value for 'ID' is 255 characters.")
  checkObjectFilter(filter)
  parseDestination(destination.arn)
  if (!isOldForm && priority === undefined)
    throw invalid(
      'InvalidRequest',
      'Priority must be specified for this version of Cross Region Replication configuration schema.',
    )
  if (filter.tags.length > 0 && replicatesDeleteMarkers)
    throw invalid(
      'InvalidRequest',
      'Delete marker replication is not supported if any Tag filter is specified.',
    )
  parseStorageClass(destination.storageClass)
}

const invalid = (code: 'InvalidArgument' | 'InvalidRequest', message: string) =>
  new S3Error(code, { message })

/** The rules that hold for an object, one for each destination. */
export function rulesFor(
  { rules }: ReplicationConfiguration,
  object: { readonly key: string; readonly tags?: Tags | undefined },
): readonly ReplicationRule[] {
  const byDestination = new Map<string, ReplicationRule>()
  for (const rule of rules) {
    if (!rule.isEnabled || !fits(rule.filter, object)) continue
    const other = byDestination.get(rule.destination.arn)
    if (!other || (rule.priority ?? 0) > (other.priority ?? 0)) byDestination.set(rule.destination.arn, rule)
  }
  return [...byDestination.values()]
}

const fits = (
  { prefix = '', tags: wanted }: ObjectFilter,
  { key, tags = [] }: { readonly key: string; readonly tags?: Tags | undefined },
) =>
  key.startsWith(prefix) &&
  wanted.every((tag) => tags.some((each) => each.key === tag.key && each.value === tag.value))
