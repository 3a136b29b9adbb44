import { S3Error } from '../core/errors.ts'
import { memo } from '../lib/memo.ts'
import { parseCredential, type Credential, type ScopeRules } from './credential.ts'
import { checkContentSha256 } from './payload-form.ts'
import { basicTime, checkSkew, parseBasicTime, parseHttpTime } from './request-time.ts'
import type { V4Claim } from './signature-v4.ts'
import { headerValue, type SignedRequest } from './signed-request.ts'

const usualStart = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=$/
const lastMark = 'Signature='

/** Everything in front of the signature is the same for many requests of a client. */
const readStart = memo(1000, (start) => {
  const [, credential, signedHeaders] = usualStart.exec(start) ?? []
  return credential === undefined || signedHeaders === undefined ? undefined : { credential, signedHeaders }
})

/**
 * Reads an `Authorization: AWS4-HMAC-SHA256 …` header; the signature itself is checked later.
 * Throws AuthorizationHeaderMalformed (with Region where that is wrong), AccessDenied without a date,
 * RequestTimeTooSkewed, InvalidRequest or InvalidArgument for the payload hash.
 */
export function readHeaderV4(
  request: SignedRequest,
  authorization: string,
  rules: ScopeRules & { readonly now: number },
): V4Claim {
  const { credential, signedHeaders, signature } = components(authorization)
  const parsed = parseCredential(credential, rules)
  if ('reason' in parsed) throw malformed(parsed.reason, parsed.region)
  const dateTime = checkedTime(request, rules.now)
  if (!dateTime.startsWith(parsed.date)) {
    throw malformed(
      `Invalid credential date "${parsed.date}". This date is not the same as X-Amz-Date: "${dateTime.slice(0, 8)}".`,
    )
  }
  return {
    kind: 'header-v4',
    ...parsed,
    sessionToken: headerValue(request, 'x-amz-security-token'),
    dateTime,
    signedHeaders: signedHeaders.toLowerCase(),
    signature,
    contentSha256: contentSha256(request, parsed),
  }
}

interface Components {
  readonly credential: string
  readonly signedHeaders: string
  readonly signature: string
}

function components(authorization: string): Components {
  const mark = authorization.lastIndexOf(lastMark) + lastMark.length
  const signature = authorization.slice(mark)
  const start = /[,\s]/.test(signature) ? undefined : readStart(authorization.slice(0, mark))
  if (start && signature !== '') return { signature, ...start }
  return unusualComponents(authorization)
}

/** The components in any order and spacing. */
function unusualComponents(authorization: string): Components {
  const parts = authorization
    .slice(authorization.indexOf(' ') + 1)
    .split(',')
    .map((part) => part.trim().split(/=(.*)/s, 2))
  const [credential, signedHeaders, signature] = ['Credential', 'SignedHeaders', 'Signature'].map(
    (name) => parts.find((part) => part[0] === name)?.[1],
  )
  if (!credential || !signedHeaders || !signature) {
    throw malformed(
      'the authorization header requires three components: Credential, SignedHeaders, and Signature.',
    )
  }
  return { credential, signedHeaders, signature }
}

function checkedTime(request: SignedRequest, now: number): string {
  const asSent = headerValue(request, 'x-amz-date') ?? headerValue(request, 'date') ?? ''
  const basic = parseBasicTime(asSent)
  const time = basic ?? parseHttpTime(asSent)
  if (time === undefined) {
    throw new S3Error('AccessDenied', {
      message: 'AWS authentication requires a valid Date or x-amz-date header',
    })
  }
  checkSkew(time, now, asSent)
  return basic === undefined ? basicTime(time) : asSent
}

function contentSha256(request: SignedRequest, { service }: Credential): string | undefined {
  const declared = headerValue(request, 'x-amz-content-sha256')
  if (declared !== undefined) checkContentSha256(declared)
  else if (service === 's3') {
    throw new S3Error('InvalidRequest', {
      message: 'Missing required header for this request: x-amz-content-sha256',
    })
  }
  return declared
}

const malformed = (reason: string, region?: string) =>
  new S3Error('AuthorizationHeaderMalformed', {
    message: `The authorization header is malformed; ${reason}`,
    detail: region === undefined ? {} : { Region: region },
  })
