import { expect } from 'chai'
import { decideVersion, type LifecycleAction } from '../../../src/core/lifecycle/decide-version.ts'
import { ruleWith } from './rules.ts'
import type { AgingVersion, Standing } from '../../../src/core/lifecycle/aging-version.ts'
import type { LifecycleRule, MinimumSize } from '../../../src/core/lifecycle/lifecycle.ts'

const dayMs = 86_400_000
const written = Date.parse('2026-01-15T10:30:00Z')
/** So many days after, at midnight. */
const midnight = (days: number) => Date.parse('2026-01-15T00:00:00Z') + days * dayMs

interface Case {
  readonly rules: readonly Partial<LifecycleRule>[]
  readonly version?: Partial<AgingVersion>
  readonly now: number
  readonly versioning?: 'off' | 'enabled' | 'suspended'
  readonly minimumSize?: MinimumSize
  readonly dayMs?: number
}

const decide = ({ rules, version, minimumSize = 'all_storage_classes_128K', ...given }: Case) =>
  decideVersion(
    { rules: rules.map(ruleWith), minimumSize },
    {
      key: 'logs/a',
      sequence: 1,
      versionId: 'v',
      isDeleteMarker: false,
      size: 1 << 20,
      lastModified: written,
      storageClass: 'STANDARD',
      tags: undefined,
      lock: undefined,
      standing: { kind: 'current', isOnly: true },
      ...version,
    },
    { versioning: 'off', dayMs, ...given },
  )

const expire: LifecycleAction = { kind: 'expire' }
const remove: LifecycleAction = { kind: 'remove' }
const to = (storageClass: string): LifecycleAction => ({ kind: 'transition', storageClass })
const noncurrent = (newerVersions = 0): Standing => ({ kind: 'noncurrent', since: written, newerVersions })
const threeDays = { expiration: { days: 3 } }
const filtered = (filter: Partial<LifecycleRule['filter']>) => ({
  ...threeDays,
  filter: { tags: [], ...filter },
})

type Row = readonly [what: string, given: Case, action: LifecycleAction | undefined]
const table: readonly Row[] = [
  ['keeps what no rule is about', { rules: [filtered({ prefix: 'x' })], now: midnight(99) }, undefined],
  ['waits until the midnight behind the last day', { rules: [threeDays], now: midnight(4) - 1 }, undefined],
  ['expires at that midnight', { rules: [threeDays], now: midnight(4) }, expire],
  [
    'does not round a day that was shortened',
    { rules: [threeDays], dayMs: 1000, now: written + 3000 },
    expire,
  ],
  [
    'passes over disabled rules',
    { rules: [{ ...threeDays, isEnabled: false }], now: midnight(9) },
    undefined,
  ],
  ['expires at a date', { rules: [{ expiration: { date: midnight(1) } }], now: midnight(1) }, expire],
  [
    'wants the size above the lower bound',
    { rules: [filtered({ sizeGreaterThan: 1 << 20 })], now: midnight(9) },
    undefined,
  ],
  [
    'wants the size below the upper bound',
    { rules: [filtered({ sizeLessThan: 1 << 20 })], now: midnight(9) },
    undefined,
  ],
  [
    'wants all tags',
    {
      rules: [
        filtered({
          tags: [
            { key: 'a', value: '1' },
            { key: 'b', value: '2' },
          ],
        }),
      ],
      version: {
        tags: [
          { key: 'a', value: '1' },
          { key: 'b', value: '3' },
        ],
      },
      now: midnight(9),
    },
    undefined,
  ],
  [
    'is content with more tags',
    {
      rules: [filtered({ tags: [{ key: 'a', value: '1' }] })],
      version: {
        tags: [
          { key: 'b', value: '2' },
          { key: 'a', value: '1' },
        ],
      },
      now: midnight(9),
    },
    expire,
  ],
  [
    'moves an object',
    { rules: [{ transitions: [{ days: 0, storageClass: 'GLACIER' }] }], now: midnight(1) },
    to('GLACIER'),
  ],
  [
    'moves to the class furthest down of those that are due',
    {
      rules: [
        {
          transitions: [
            { days: 2, storageClass: 'GLACIER' },
            { days: 9, storageClass: 'DEEP_ARCHIVE' },
          ],
        },
        { id: 'other', transitions: [{ days: 1, storageClass: 'STANDARD_IA' }] },
      ],
      now: midnight(5),
    },
    to('GLACIER'),
  ],
  [
    'never moves up',
    {
      rules: [{ transitions: [{ days: 0, storageClass: 'STANDARD_IA' }] }],
      version: { storageClass: 'GLACIER' },
      now: midnight(9),
    },
    undefined,
  ],
  [
    'leaves small objects where they are',
    {
      rules: [{ transitions: [{ days: 0, storageClass: 'GLACIER' }] }],
      version: { size: 1000 },
      now: midnight(9),
    },
    undefined,
  ],
  [
    'moves small ones to archives when told so',
    {
      rules: [{ transitions: [{ days: 0, storageClass: 'GLACIER' }] }],
      minimumSize: 'varies_by_storage_class',
      version: { size: 1000 },
      now: midnight(9),
    },
    to('GLACIER'),
  ],
  [
    'moves small ones when the rule names sizes',
    {
      rules: [
        {
          transitions: [{ days: 0, storageClass: 'STANDARD_IA' }],
          filter: { tags: [], sizeGreaterThan: 10 },
        },
      ],
      version: { size: 1000 },
      now: midnight(9),
    },
    to('STANDARD_IA'),
  ],
  [
    'deletes for good rather than move',
    {
      rules: [threeDays, { id: 'other', transitions: [{ days: 1, storageClass: 'GLACIER' }] }],
      now: midnight(9),
    },
    expire,
  ],
  [
    'moves rather than put a delete marker',
    {
      rules: [threeDays, { id: 'other', transitions: [{ days: 1, storageClass: 'GLACIER' }] }],
      versioning: 'enabled',
      now: midnight(9),
    },
    to('GLACIER'),
  ],
  [
    'counts the days of a noncurrent version from its successor',
    {
      rules: [{ noncurrentExpiration: { days: 2 } }],
      version: { standing: noncurrent(), lastModified: 0 },
      now: midnight(3) - 1,
    },
    undefined,
  ],
  [
    'removes a noncurrent version',
    { rules: [{ noncurrentExpiration: { days: 2 } }], version: { standing: noncurrent() }, now: midnight(3) },
    remove,
  ],
  [
    'keeps as many newer noncurrent versions as the rule says',
    {
      rules: [{ noncurrentExpiration: { days: 2, newerVersions: 2 } }],
      version: { standing: noncurrent(1) },
      now: midnight(9),
    },
    undefined,
  ],
  [
    'removes those behind them',
    {
      rules: [{ noncurrentExpiration: { days: 2, newerVersions: 2 } }],
      version: { standing: noncurrent(2) },
      now: midnight(9),
    },
    remove,
  ],
  [
    'does not expire noncurrent versions by age',
    { rules: [threeDays], version: { standing: noncurrent() }, now: midnight(9) },
    undefined,
  ],
  [
    'moves a noncurrent version',
    {
      rules: [{ noncurrentTransitions: [{ days: 1, storageClass: 'GLACIER_IR' }] }],
      version: { standing: noncurrent() },
      now: midnight(9),
    },
    to('GLACIER_IR'),
  ],
]

const marker = { isDeleteMarker: true, size: 0 }
const ofMarkers = { expiration: { expiredObjectDeleteMarker: true } }
const markers: readonly Row[] = [
  ['is removed when nothing is behind it', { rules: [ofMarkers], version: marker, now: written }, remove],
  ['is removed by its age too', { rules: [threeDays], version: marker, now: midnight(4) }, remove],
  ['is not removed before its age', { rules: [threeDays], version: marker, now: midnight(3) }, undefined],
  [
    'stays on top of versions',
    {
      rules: [ofMarkers, threeDays],
      version: { ...marker, standing: { kind: 'current', isOnly: false } },
      now: midnight(9),
    },
    undefined,
  ],
  [
    'is not meant by tags',
    { rules: [filtered({ tags: [{ key: 'a', value: '1' }] })], version: marker, now: midnight(9) },
    undefined,
  ],
  [
    'is not meant by sizes',
    { rules: [filtered({ sizeLessThan: 9 })], version: marker, now: midnight(9) },
    undefined,
  ],
  [
    'goes as a noncurrent version',
    {
      rules: [{ noncurrentExpiration: { days: 1 } }],
      version: { ...marker, standing: noncurrent() },
      now: midnight(9),
    },
    remove,
  ],
]

describe('The lifecycle of a version', () => {
  for (const [what, given, action] of table) {
    it(what, () => {
      expect(decide(given)).to.deep.equal(action)
    })
  }
})

describe('The lifecycle of a delete marker', () => {
  for (const [what, given, action] of markers) {
    it(what, () => {
      expect(decide({ versioning: 'enabled', ...given })).to.deep.equal(action)
    })
  }
})
