import { S3Error } from '../errors.ts'
import { checkObjectFilter, type ObjectFilter } from './object-filter.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_IntelligentTieringConfiguration.html */
export interface IntelligentTieringConfiguration {
  readonly id: string
  readonly isEnabled: boolean
  readonly filter?: ObjectFilter | undefined
  readonly tierings: readonly Tiering[]
}

interface Tiering {
  readonly accessTier: AccessTier
  /** Without access, before an object moves to the tier. */
  readonly days: number
}

type AccessTier = 'ARCHIVE_ACCESS' | 'DEEP_ARCHIVE_ACCESS'

const fewestDays: Readonly<Record<AccessTier, number>> = { ARCHIVE_ACCESS: 90, DEEP_ARCHIVE_ACCESS: 180 }
const mostDays = 730

/** Throws MalformedXML without tiers, InvalidArgument for tiers that do not fit, and what checkObjectFilter throws. */
export function checkIntelligentTiering({ filter, tierings }: IntelligentTieringConfiguration): void {
  if (filter) checkObjectFilter(filter)
  if (tierings.length === 0) throw new S3Error('MalformedXML')
  const days = new Map(tierings.map((tiering) => [tiering.accessTier, tiering.days]))
  if (days.size < tierings.length) throw invalid('An access tier can be given only once.')
  tierings.forEach(checkDays)
  const { ARCHIVE_ACCESS: archive = 0, DEEP_ARCHIVE_ACCESS: deep = Infinity } = Object.fromEntries(days)
  if (archive >= deep) throw invalid('The days for DEEP_ARCHIVE_ACCESS must be more than for ARCHIVE_ACCESS.')
}

function checkDays({ accessTier, days }: Tiering): void {
  const fewest = fewestDays[accessTier]
  if (days >= fewest && days <= mostDays) return
  throw invalid(`The days for ${accessTier} must be between ${String(fewest)} and ${String(mostDays)}.`)
}

const invalid = (message: string) => new S3Error('InvalidArgument', { message })
