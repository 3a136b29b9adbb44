import { hash } from 'node:crypto'
import { S3Error } from '../core/errors.ts'
import { hmacSha256Hex, type HmacKey } from '../lib/hmac.ts'
import {
  canonicalHeaders,
  canonicalRequest,
  otherCanonicalRequests,
  type SignedParts,
} from './canonical-request.ts'
import type { Credential } from './credential.ts'
import { payloadForm, type PayloadForm } from './payload-form.ts'
import { isSameSignature, signatureDoesNotMatch } from './signature-mismatch.ts'
import type { SignedRequest, SignedTarget } from './signed-request.ts'
import { deriveSigningKey, scopeText, type SigningKeyCache } from './signing-key.ts'

/** What a request signed with AWS4-HMAC-SHA256 says about itself, in its header or its query. */
export interface V4Claim extends Credential {
  readonly kind: 'header-v4' | 'query-v4'
  readonly sessionToken: string | undefined
  /** `20130524T000000Z` */
  readonly dateTime: string
  /** As sent: names separated by semicolons. */
  readonly signedHeaders: string
  readonly signature: string
  /** The declared hash of the payload; only services other than S3 may leave it out. */
  readonly contentSha256: string | undefined
}

export interface V4Options {
  readonly signingKeys: SigningKeyCache
  readonly targets?: readonly SignedTarget[] | undefined
  /** The hash of a body already read, which services other than S3 sign without declaring it. */
  readonly payloadSha256?: string | undefined
}

/**
 * Checks the signature and tells how to read the body.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function verifyV4(
  claim: V4Claim,
  secret: string,
  request: SignedRequest,
  options: V4Options,
): PayloadForm {
  const headers = canonicalHeaders(request.rawHeaders)
  requireSignedHeaders(claim, headers)
  const scope = scopeText(claim)
  const cached = options.signingKeys.find(claim.accessKeyId, scope, secret)
  const signingKey = cached ?? deriveSigningKey(secret, claim)
  const payload = claim.contentSha256 ?? options.payloadSha256 ?? ''
  const parts = { headers, signedHeaders: claim.signedHeaders, payload }
  checkSignature(claim, request, { scope, signingKey, parts, targets: options.targets ?? [] })
  if (cached === undefined)
    options.signingKeys.remember(claim.accessKeyId, scope, { secret, key: signingKey })
  if (claim.contentSha256 === undefined) return { kind: 'signed', sha256: payload }
  const signing = { seedSignature: claim.signature, signingKey, scope, dateTime: claim.dateTime }
  return payloadForm(request, { contentSha256: claim.contentSha256, signing })
}

interface Matching {
  readonly scope: string
  readonly signingKey: HmacKey
  readonly parts: SignedParts
  readonly targets: readonly SignedTarget[]
}

function checkSignature(
  claim: V4Claim,
  request: SignedRequest,
  { scope, signingKey, parts, targets }: Matching,
): void {
  const stringOf = (canonical: string) =>
    `AWS4-HMAC-SHA256\n${claim.dateTime}\n${scope}\n${digest(canonical)}`
  const fits = (stringToSign: string) =>
    isSameSignature(hmacSha256Hex(signingKey, stringToSign), claim.signature)
  const canonical = canonicalRequest(request, parts)
  const stringToSign = stringOf(canonical)
  if (fits(stringToSign)) return
  for (const other of otherCanonicalRequests(request, parts, targets)) if (fits(stringOf(other))) return
  throw signatureDoesNotMatch({ ...claim, stringToSign, canonicalRequest: canonical })
}

// Strings are hashed as UTF-8, which differs from the bytes sent only outside ASCII.
const digest = (canonical: string) =>
  hash('sha256', /[\x80-\xff]/.test(canonical) ? Buffer.from(canonical, 'latin1') : canonical, 'hex')

// A header that S3 would act upon must be covered, or anyone on the way could add one.
function requireSignedHeaders(claim: V4Claim, headers: ReadonlyMap<string, string>): void {
  const signed = claim.signedHeaders.split(';')
  const unsigned = signed.includes('host') ? [] : ['host']
  for (const name of headers.keys()) {
    if (name.startsWith('x-amz-') && !signed.includes(name) && !isExempt(claim, name)) unsigned.push(name)
  }
  if (unsigned.length === 0) return
  throw new S3Error('AccessDenied', {
    message: 'There were headers present in the request which were not signed',
    detail: { HeadersNotSigned: unsigned.join(', ') },
  })
}

// The hash stands in the canonical request itself.
const isExempt = (claim: V4Claim, name: string) =>
  claim.kind === 'query-v4' && name === 'x-amz-content-sha256'
