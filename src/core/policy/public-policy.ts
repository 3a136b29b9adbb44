import { parseNetwork } from '../../lib/networks.ts'
import type { Condition } from './language/condition.ts'
import type { Policy } from './language/policy.ts'

/** Keys that confine a policy to callers whom its author knows, when they ask for fixed values. */
const confining: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
])

/**
 * Whether a policy allows something to callers that cannot be known beforehand.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export const isPublicPolicy = ({ statements }: Policy): boolean =>
  statements.some(
    ({ effect, principals, conditions }) =>
      effect === 'Allow' && principals?.named.isEveryone === true && !conditions.some(confines),
  )

const confines = ({ key, values, patterns, isStrict }: Condition): boolean =>
  isStrict &&
  confining.has(key) &&
  patterns.every(({ isFixed }) => isFixed) &&
  (key !== 'aws:sourceip' || values.every(isNarrow))

/** Wider ranges are as good as public: S3 draws the line at /8, for IPv6 at /32. */
function isNarrow(network: string): boolean {
  const { family, bits, isPrivate } = parseNetwork(network)
  return isPrivate || bits >= (family === 'ipv4' ? 8 : 32)
}
