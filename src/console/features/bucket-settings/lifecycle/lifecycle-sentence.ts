import { formatBytes } from '../../../lib/format.ts'
import { dayOf, flatFilter, type LifecycleRule } from './rule.ts'
import type { TFunction } from 'i18next'

type Words = TFunction<'settings'>

/** What a rule does, in one sentence: to which objects, then each of its actions. */
export function lifecycleSentence(t: Words, rule: LifecycleRule): string {
  const actions = actionsOf(t, rule)
  const said = actions.length === 0 ? t('lifecycle.say.nothing') : actions.join('; ')
  return t('lifecycle.say.rule', { scope: scopeOf(t, rule), actions: said })
}

function scopeOf(t: Words, rule: LifecycleRule): string {
  const { prefix, tags, largerThan, smallerThan } = flatFilter(rule)
  const parts = [
    prefix === '' ? t('lifecycle.say.all') : t('lifecycle.say.below', { prefix }),
    ...tags.map(({ Key = '', Value = '' }) => t('lifecycle.say.tagged', { tag: `${Key}=${Value}` })),
    ...(largerThan === undefined ? [] : [t('lifecycle.say.larger', { size: formatBytes(largerThan) })]),
    ...(smallerThan === undefined ? [] : [t('lifecycle.say.smaller', { size: formatBytes(smallerThan) })]),
  ]
  return parts.join(', ')
}

function actionsOf(t: Words, rule: LifecycleRule): readonly string[] {
  const { AbortIncompleteMultipartUpload: abort } = rule
  return [
    ...(rule.Transitions ?? []).map(({ Days, Date: date, StorageClass }) =>
      t('lifecycle.say.moves', { to: StorageClass ?? '', when: whenOf(t, Days, date) }),
    ),
    ...expirationOf(t, rule.Expiration),
    ...(rule.NoncurrentVersionTransitions ?? []).map(({ NoncurrentDays, StorageClass }) =>
      t('lifecycle.say.oldMoves', { to: StorageClass ?? '', count: NoncurrentDays ?? 0 }),
    ),
    ...noncurrentOf(t, rule.NoncurrentVersionExpiration),
    ...(abort ? [t('lifecycle.say.aborts', { count: abort.DaysAfterInitiation ?? 0 })] : []),
  ]
}

const whenOf = (t: Words, days: number | undefined, date: string | undefined) =>
  date === undefined
    ? t('lifecycle.say.after', { count: days ?? 0 })
    : t('lifecycle.say.on', { date: dayOf(date) })

function expirationOf(t: Words, expiration: LifecycleRule['Expiration']): readonly string[] {
  if (!expiration) return []
  if (expiration.ExpiredObjectDeleteMarker === true) return [t('lifecycle.say.markers')]
  return [t('lifecycle.say.expires', { when: whenOf(t, expiration.Days, expiration.Date) })]
}

function noncurrentOf(t: Words, age: LifecycleRule['NoncurrentVersionExpiration']): readonly string[] {
  if (!age) return []
  const goes = t('lifecycle.say.oldGo', { count: age.NoncurrentDays ?? 0 })
  if (age.NewerNoncurrentVersions === undefined) return [goes]
  return [`${goes}, ${t('lifecycle.say.kept', { count: age.NewerNoncurrentVersions })}`]
}
