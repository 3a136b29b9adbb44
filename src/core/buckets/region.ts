import { S3Error } from '../errors.ts'
import type { Bucket } from './bucket.ts'

interface RegionOptions {
  /** The region of this installation. */
  readonly region: string
  /** Whether buckets of other regions are refused. */
  readonly isStrict: boolean
}

/** Where a new bucket lies, and what the client called it. */
export interface BucketRegion {
  readonly region: string
  readonly locationConstraint?: string
}

/**
 * The region of a new bucket from its LocationConstraint; none, or an empty one, is the installation's. Throws
 * InvalidLocationConstraint when it is no name of a region, IllegalLocationConstraintException when only the
 * installation's is allowed. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 */
export function chooseRegion(
  constraint: string | undefined,
  { region, isStrict }: RegionOptions,
): BucketRegion {
  if (constraint === undefined || constraint === '') return { region }
  const detail = { LocationConstraint: constraint }
  if (!/^(EU|[a-z0-9](-?[a-z0-9]){0,62})$/.test(constraint))
    throw new S3Error('InvalidLocationConstraint', { detail })
  // The name of eu-west-1 before regions had names.
  const chosen = constraint === 'EU' ? 'eu-west-1' : constraint
  if (!isStrict || chosen === region) return { region: chosen, locationConstraint: constraint }
  throw new S3Error('IllegalLocationConstraintException', {
    message: `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    detail,
  })
}

/**
 * What GetBucketLocation answers: nothing for us-east-1, unless the client named it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
 */
export function locationOf({
  region,
  configuration,
}: Pick<Bucket, 'region' | 'configuration'>): string | undefined {
  return configuration.locationConstraint ?? (region === 'us-east-1' ? undefined : region)
}
