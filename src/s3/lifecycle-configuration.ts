import { S3Error } from '../core/errors.ts'
import { lifecycleFilterOf, lifecycleFilterOutput } from './lifecycle-filter.ts'
import type { Expiration, LifecycleRule, Timing } from '../core/lifecycle/lifecycle.ts'
import type { NewLifecycle } from '../core/buckets/bucket-lifecycle.ts'
import type { InputOf } from './operation.ts'

export type RuleElement = NonNullable<
  InputOf<'PutBucketLifecycleConfiguration'>['LifecycleConfiguration']
>['Rules'][number]
type ExpirationElement = NonNullable<RuleElement['Expiration']>

/** Throws MalformedXML for a rule that leaves open, or says twice, what it is about or when. */
export const ruleOf = (element: RuleElement): NewLifecycle['rules'][number] => ({
  id: element.ID === '' ? undefined : element.ID,
  isEnabled: element.Status === 'Enabled',
  ...lifecycleFilterOf(element),
  expiration: element.Expiration && expirationOf(element.Expiration),
  transitions: (element.Transitions ?? []).map((transition) => ({
    ...timingOf(transition),
    storageClass: required(transition.StorageClass),
  })),
  noncurrentExpiration:
    element.NoncurrentVersionExpiration && noncurrentOf(element.NoncurrentVersionExpiration),
  noncurrentTransitions: (element.NoncurrentVersionTransitions ?? []).map((transition) => ({
    ...noncurrentOf(transition),
    storageClass: required(transition.StorageClass),
  })),
  abortDays:
    element.AbortIncompleteMultipartUpload &&
    required(element.AbortIncompleteMultipartUpload.DaysAfterInitiation),
})

function expirationOf({ ExpiredObjectDeleteMarker: marker, ...timing }: ExpirationElement): Expiration {
  if (marker === undefined) return timingOf(timing)
  if ((timing.Days ?? timing.Date) !== undefined) throw new S3Error('MalformedXML')
  return { expiredObjectDeleteMarker: marker }
}

function timingOf({ Days, Date: date }: Pick<ExpirationElement, 'Days' | 'Date'>): Timing {
  if ((Days === undefined) === (date === undefined)) throw new S3Error('MalformedXML')
  return Days === undefined ? { date: required(date).getTime() } : { days: Days }
}

const noncurrentOf = ({
  NoncurrentDays,
  NewerNoncurrentVersions,
}: NonNullable<RuleElement['NoncurrentVersionExpiration']>) => ({
  days: required(NoncurrentDays),
  newerVersions: NewerNoncurrentVersions,
})

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new S3Error('MalformedXML')
  return value
}

export const ruleOutput = (rule: LifecycleRule) => ({
  ID: rule.id,
  Status: rule.isEnabled ? ('Enabled' as const) : ('Disabled' as const),
  ...lifecycleFilterOutput(rule),
  Expiration: rule.expiration && expirationOutput(rule.expiration),
  Transitions: someOf(
    rule.transitions.map((transition) => ({
      ...timingOutput(transition),
      StorageClass: transition.storageClass as 'GLACIER',
    })),
  ),
  NoncurrentVersionExpiration: rule.noncurrentExpiration && {
    NoncurrentDays: rule.noncurrentExpiration.days,
    NewerNoncurrentVersions: rule.noncurrentExpiration.newerVersions,
  },
  NoncurrentVersionTransitions: someOf(
    rule.noncurrentTransitions.map(({ days, newerVersions, storageClass }) => ({
      NoncurrentDays: days,
      NewerNoncurrentVersions: newerVersions,
      StorageClass: storageClass as 'GLACIER',
    })),
  ),
  AbortIncompleteMultipartUpload:
    rule.abortDays === undefined ? undefined : { DaysAfterInitiation: rule.abortDays },
})

const expirationOutput = (expiration: Expiration) =>
  'expiredObjectDeleteMarker' in expiration
    ? { ExpiredObjectDeleteMarker: expiration.expiredObjectDeleteMarker }
    : timingOutput(expiration)

const timingOutput = (timing: Timing) =>
  'days' in timing ? { Days: timing.days } : { Date: new Date(timing.date) }

const someOf = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)
