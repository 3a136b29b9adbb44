import { objectFilterOf, objectFilterOutput } from './object-filter.ts'
import type { InputOf } from './operation.ts'
import type { IntelligentTieringConfiguration } from '../core/buckets/intelligent-tiering.ts'

type Element = InputOf<'PutBucketIntelligentTieringConfiguration'>['IntelligentTieringConfiguration']

export const intelligentTieringOf = ({
  Id,
  Status,
  Filter,
  Tierings,
}: Element): IntelligentTieringConfiguration => ({
  id: Id,
  isEnabled: Status === 'Enabled',
  filter: Filter && objectFilterOf(Filter),
  tierings: Tierings.map(({ AccessTier, Days }) => ({ accessTier: AccessTier, days: Days })),
})

export const intelligentTieringOutput = ({
  id,
  isEnabled,
  filter,
  tierings,
}: IntelligentTieringConfiguration) => ({
  Id: id,
  Status: isEnabled ? ('Enabled' as const) : ('Disabled' as const),
  Filter: filter && objectFilterOutput(filter),
  Tierings: tierings.map(({ accessTier, days }) => ({ AccessTier: accessTier, Days: days })),
})
