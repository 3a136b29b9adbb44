import { S3Error } from '../core/errors.ts'
import { parseCredential, type Credential, type ScopeRules } from './credential.ts'
import { checkContentSha256 } from './payload-form.ts'
import { checkLifetime, parseBasicTime } from './request-time.ts'
import type { V4Claim } from './signature-v4.ts'
import { headerValue, type SignedRequest } from './signed-request.ts'

const weekSeconds = 604_800
const required = ['Algorithm', 'Credential', 'Signature', 'Date', 'SignedHeaders', 'Expires'] as const
type Required = Readonly<Record<(typeof required)[number], string>>

/**
 * Reads the query of a presigned URL; the signature itself is checked later.
 * Throws AuthorizationQueryParametersError, UnsupportedSignature for SigV4A, AccessDenied outside the URL's lifetime.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function readQueryV4(
  request: SignedRequest,
  parameters: ReadonlyMap<string, string>,
  rules: ScopeRules & { readonly now: number },
): V4Claim {
  const values = requiredParameters(parameters)
  const credential = readCredential(values, rules)
  checkValidity(values, credential, rules.now)
  const contentSha256 =
    parameters.get('X-Amz-Content-Sha256') ??
    headerValue(request, 'x-amz-content-sha256') ??
    (credential.service === 's3' ? 'UNSIGNED-PAYLOAD' : undefined)
  if (contentSha256 !== undefined) checkContentSha256(contentSha256)
  return {
    kind: 'query-v4',
    ...credential,
    sessionToken: parameters.get('X-Amz-Security-Token') ?? headerValue(request, 'x-amz-security-token'),
    dateTime: values.Date,
    signedHeaders: values.SignedHeaders.toLowerCase(),
    signature: values.Signature,
    contentSha256,
  }
}

function requiredParameters(parameters: ReadonlyMap<string, string>): Required {
  const algorithm = parameters.get('X-Amz-Algorithm')
  if (algorithm === 'AWS4-ECDSA-P256-SHA256') {
    throw new S3Error('UnsupportedSignature', {
      message: `${algorithm} is not supported. Please use AWS4-HMAC-SHA256.`,
    })
  }
  if (algorithm !== undefined && algorithm !== 'AWS4-HMAC-SHA256') {
    throw invalid('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  }
  const entries = required.map((name) => [name, parameters.get(`X-Amz-${name}`) ?? ''] as const)
  if (entries.every(([, value]) => value !== '')) return Object.fromEntries(entries) as Required
  throw invalid(
    'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, ' +
      'X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
  )
}

function readCredential(values: Required, rules: ScopeRules): Credential {
  const parsed = parseCredential(values.Credential, rules)
  if (!('reason' in parsed)) return parsed
  throw invalid(`Error parsing the X-Amz-Credential parameter; ${parsed.reason}`, parsed.region)
}

function checkValidity(values: Required, credential: Credential, now: number): void {
  const lifetimeSeconds = lifetime(values.Expires)
  const start = parseBasicTime(values.Date)
  if (start === undefined)
    throw invalid(`X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`)
  if (!values.Date.startsWith(credential.date)) {
    throw invalid(
      `Invalid credential date "${credential.date}". This date is not the same as X-Amz-Date: "${values.Date.slice(0, 8)}".`,
    )
  }
  checkLifetime({ start, end: start + lifetimeSeconds * 1000, lifetimeSeconds }, now)
}

// Zero passes here and is then refused as expired, as S3 does.
function lifetime(text: string): number {
  if (!/^[+-]?\d+$/.test(text)) throw invalid('X-Amz-Expires should be a number')
  const seconds = Number(text)
  if (seconds < 0) throw invalid('X-Amz-Expires must be non-negative')
  if (seconds <= weekSeconds) return seconds
  throw invalid(
    'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
  )
}

const invalid = (message: string, region?: string) =>
  new S3Error('AuthorizationQueryParametersError', {
    message,
    detail: region === undefined ? {} : { Region: region },
  })
