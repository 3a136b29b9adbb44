import { expect } from 'chai'
import { checkLifecycleRules } from '../../../src/core/lifecycle/check-lifecycle.ts'
import { thrown } from '../thrown.ts'
import { ruleWith } from './rules.ts'
import type { LifecycleRule } from '../../../src/core/lifecycle/lifecycle.ts'

const tags = [{ key: 'a', value: 'b' }]
const day = { days: 1 }
const step = (days: number, storageClass: string) => ({ days, storageClass })
const midnight = Date.parse('2026-11-21T00:00:00Z')

const refusals: readonly (readonly [what: string, rule: Partial<LifecycleRule>, code: string])[] = [
  ['no action', {}, 'InvalidRequest'],
  ['an id of 256 characters', { id: 'x'.repeat(256), expiration: day }, 'InvalidArgument'],
  ['expiration after no day', { expiration: { days: 0 } }, 'InvalidArgument'],
  ['a date within a day', { expiration: { date: midnight + 1000 } }, 'InvalidArgument'],
  ['a transition before its time', { transitions: [step(-1, 'GLACIER')] }, 'InvalidArgument'],
  ['STANDARD_IA before 30 days', { transitions: [step(29, 'STANDARD_IA')] }, 'InvalidArgument'],
  [
    'noncurrent versions in ONEZONE_IA before 30 days',
    { noncurrentTransitions: [step(1, 'ONEZONE_IA')] },
    'InvalidArgument',
  ],
  ['the same class twice', { transitions: [step(1, 'GLACIER'), step(2, 'GLACIER')] }, 'InvalidRequest'],
  [
    'days beside dates',
    { transitions: [step(1, 'GLACIER')], expiration: { date: midnight } },
    'InvalidRequest',
  ],
  [
    'a class further down that comes first',
    { transitions: [step(9, 'GLACIER'), step(3, 'DEEP_ARCHIVE')] },
    'InvalidArgument',
  ],
  [
    'less than 30 days in STANDARD_IA',
    { transitions: [step(30, 'STANDARD_IA'), step(59, 'GLACIER')] },
    'InvalidArgument',
  ],
  [
    'expiration before the last transition',
    { transitions: [step(9, 'GLACIER')], expiration: { days: 9 } },
    'InvalidArgument',
  ],
  ['noncurrent versions after no day', { noncurrentExpiration: { days: 0 } }, 'InvalidArgument'],
  [
    'more than 100 newer versions',
    { noncurrentExpiration: { ...day, newerVersions: 101 } },
    'InvalidArgument',
  ],
  [
    'newer versions without a Filter',
    { form: 'prefix', noncurrentExpiration: { ...day, newerVersions: 1 } },
    'InvalidRequest',
  ],
  ['an upload that is aborted at once', { abortDays: 0 }, 'InvalidArgument'],
  ['uploads by tag', { abortDays: 1, filter: { tags } }, 'InvalidRequest'],
  ['uploads by size', { abortDays: 1, filter: { tags: [], sizeLessThan: 9 } }, 'InvalidRequest'],
  [
    'delete markers by tag',
    { expiration: { expiredObjectDeleteMarker: true }, filter: { tags } },
    'InvalidRequest',
  ],
  [
    'a range of sizes that is empty',
    { expiration: day, filter: { tags: [], sizeGreaterThan: 5, sizeLessThan: 5 } },
    'InvalidRequest',
  ],
  ['a tag twice', { expiration: day, filter: { tags: [...tags, ...tags] } }, 'InvalidTag'],
]

describe('Lifecycle rules', () => {
  for (const [what, rule, code] of refusals) {
    it(`are refused with ${code}: ${what}`, () => {
      expect(
        thrown(() => {
          checkLifecycleRules([ruleWith(rule)])
        }),
      ).to.include({ code })
    })
  }

  it('are taken with all that goes together', () => {
    checkLifecycleRules([
      ruleWith({
        filter: { prefix: 'a', tags, sizeGreaterThan: 5, sizeLessThan: 7 },
        transitions: [step(30, 'STANDARD_IA'), step(60, 'GLACIER')],
        expiration: { days: 61 },
        noncurrentTransitions: [step(0, 'GLACIER_IR'), { ...step(1, 'GLACIER'), newerVersions: 3 }],
        noncurrentExpiration: { days: 2, newerVersions: 100 },
      }),
      ruleWith({ id: 'other', isEnabled: false, abortDays: 7, expiration: { date: midnight } }),
    ])
  })

  it('have names that are unique, and are 1,000 at most', () => {
    const rules = Array.from({ length: 1001 }, (_, n) => ruleWith({ id: String(n), expiration: day }))
    checkLifecycleRules(rules.slice(0, 1000))
    expect(
      thrown(() => {
        checkLifecycleRules(rules)
      }),
    ).to.include({ code: 'MalformedXML' })
    expect(
      thrown(() => {
        checkLifecycleRules([])
      }),
    ).to.include({ code: 'MalformedXML' })
    const twins = [ruleWith({ expiration: day }), ruleWith({ expiration: day })]
    expect(
      thrown(() => {
        checkLifecycleRules(twins)
      }),
    ).to.include({ code: 'InvalidArgument' })
  })

  it('are all of the old form, or none', () => {
    const old = ruleWith({ form: 'prefix', filter: { prefix: 'a', tags: [] }, expiration: day })
    checkLifecycleRules([old, { ...old, id: 'other' }])
    const mixed = [old, ruleWith({ id: 'new', expiration: day })]
    expect(
      thrown(() => {
        checkLifecycleRules(mixed)
      }),
    ).to.include({ code: 'InvalidRequest' })
  })
})
