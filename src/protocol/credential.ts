import { memo } from '../lib/memo.ts'
import type { CredentialScope } from './signing-key.ts'

/** An access key id and the scope that it signs for. */
export interface Credential extends CredentialScope {
  readonly accessKeyId: string
}

export interface ScopeRules {
  /** The only region accepted; any when absent. */
  readonly region?: string | undefined
  readonly services: readonly string[]
}

/** What is wrong with a credential, in S3's words; `region` is the one expected where that is what is wrong. */
export interface CredentialFault {
  readonly reason: string
  readonly region?: string
}

const split = memo(1000, (text) => /^(.+)\/([^/]*)\/([^/]*)\/([^/]*)\/([^/]*)$/.exec(text))

/** Splits `AKID/20130524/us-east-1/s3/aws4_request`; an access key id may itself hold slashes. */
export function parseCredential(text: string, rules: ScopeRules): Credential | CredentialFault {
  const [, accessKeyId, date, region, service, terminal] = split(text) ?? []
  if (accessKeyId === undefined || date === undefined || region === undefined || service === undefined) {
    return {
      reason: 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    }
  }
  const fault = scopeFault({ date, region, service, terminal }, rules)
  return fault ?? { accessKeyId, date, region, service }
}

function scopeFault(
  { date, region, service, terminal }: CredentialScope & { readonly terminal: string | undefined },
  rules: ScopeRules,
): CredentialFault | undefined {
  if (!/^\d{8}$/.test(date)) {
    return {
      reason: `incorrect date format "${date}". This date in the credential must be in the format "yyyyMMdd".`,
    }
  }
  if (terminal !== 'aws4_request') {
    return { reason: `incorrect terminal "${terminal ?? ''}". This endpoint uses "aws4_request".` }
  }
  if (!rules.services.includes(service)) {
    return {
      reason: `incorrect service "${service}". This endpoint belongs to "${rules.services.join('", "')}".`,
    }
  }
  if (rules.region !== undefined && region !== rules.region) {
    return { reason: `the region '${region}' is wrong; expecting '${rules.region}'`, region: rules.region }
  }
  return undefined
}
