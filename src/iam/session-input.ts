import { S3Error } from '../core/errors.ts'
import type { SessionPolicies } from '../core/sessions/session-policies.ts'

interface PolicyInput {
  readonly Policy?: string | undefined
  readonly PolicyArns?: readonly { readonly arn?: string | undefined }[] | undefined
}

/** The policies that limit the session asked for. */
export const sessionPoliciesFrom = ({ Policy, PolicyArns = [] }: PolicyInput): SessionPolicies => ({
  policy: Policy,
  policyArns: PolicyArns.map(({ arn = '' }) => arn),
})

interface MfaInput {
  readonly SerialNumber?: string | undefined
  readonly TokenCode?: string | undefined
}

/** Nobody has a device that could vouch for a code. Throws AccessDenied. */
export function refuseMfa({ SerialNumber, TokenCode }: MfaInput): void {
  if (SerialNumber === undefined && TokenCode === undefined) return
  throw new S3Error('AccessDenied', {
    message: 'MultiFactorAuthentication failed, unable to validate MFA code.',
  })
}
