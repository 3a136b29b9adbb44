import { createHmac } from 'node:crypto'
import { S3Error } from '../core/errors.ts'
import { hmacSha256Hex } from '../lib/hmac.ts'
import { parseCredential, type Credential } from './credential.ts'
import type { FormFields } from './post-policy.ts'
import { parseBasicTime } from './request-time.ts'
import { isSameSignature, signatureDoesNotMatch } from './signature-mismatch.ts'
import { deriveSigningKey, scopeText, type SigningKeyCache } from './signing-key.ts'

/** Who a form says it is from. What it signs is its policy, as sent. */
export type PostClaim = { readonly kind: 'anonymous' } | SignedPostClaim

interface PostSignature {
  readonly accessKeyId: string
  readonly sessionToken: string | undefined
  readonly signature: string
  readonly policy: string
}

export type SignedPostClaim =
  (PostSignature & { readonly kind: 'post-v2' }) | (PostSignature & Credential & { readonly kind: 'post-v4' })

/**
 * Reads the signature of a form, without checking it; one with neither policy nor signature is anonymous.
 * Throws InvalidArgument for a missing field, a malformed credential, date or algorithm.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html
 */
export function readPostClaim(
  fields: FormFields,
  { region }: { readonly region?: string | undefined } = {},
): PostClaim {
  const policy = fields.get('policy')
  const isV4 = ['x-amz-signature', 'x-amz-credential', 'x-amz-algorithm'].some((name) => fields.has(name))
  if (policy === undefined) {
    if (isV4 || fields.has('signature') || fields.has('awsaccesskeyid')) throw missing('Policy')
    return { kind: 'anonymous' }
  }
  const sessionToken = fields.get('x-amz-security-token')
  if (isV4) return { kind: 'post-v4', ...readV4(fields, region), sessionToken, policy }
  const accessKeyId = getField(fields, 'AWSAccessKeyId')
  return { kind: 'post-v2', accessKeyId, signature: getField(fields, 'Signature'), sessionToken, policy }
}

/** Throws SignatureDoesNotMatch unless the policy was signed with this secret. */
export function verifyPostSignature(
  claim: SignedPostClaim,
  secret: string,
  { signingKeys }: { readonly signingKeys: SigningKeyCache },
): void {
  const isGenuine =
    claim.kind === 'post-v4' ? isGenuineV4(claim, secret, signingKeys) : isGenuineV2(claim, secret)
  if (!isGenuine) throw signatureDoesNotMatch({ ...claim, stringToSign: claim.policy })
}

function readV4(
  fields: FormFields,
  region: string | undefined,
): Credential & Pick<PostSignature, 'signature'> {
  const algorithm = getField(fields, 'X-Amz-Algorithm')
  if (algorithm !== 'AWS4-HMAC-SHA256') {
    throw invalidField('X-Amz-Algorithm', algorithm, 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  }
  const text = getField(fields, 'X-Amz-Credential')
  const credential = parseCredential(text, { region, services: ['s3'] })
  if ('reason' in credential) {
    throw invalidField(
      'X-Amz-Credential',
      text,
      `Error parsing the X-Amz-Credential parameter; ${credential.reason}`,
    )
  }
  const date = getField(fields, 'X-Amz-Date')
  if (parseBasicTime(date) === undefined || !date.startsWith(credential.date)) {
    throw invalidField(
      'X-Amz-Date',
      date,
      'X-Amz-Date must be in ISO8601 format and of the day of the credential',
    )
  }
  return { ...credential, signature: getField(fields, 'X-Amz-Signature') }
}

function isGenuineV4(
  claim: Extract<SignedPostClaim, { kind: 'post-v4' }>,
  secret: string,
  signingKeys: SigningKeyCache,
): boolean {
  const scope = scopeText(claim)
  const cached = signingKeys.find(claim.accessKeyId, scope, secret)
  const key = cached ?? deriveSigningKey(secret, claim)
  if (!isSameSignature(hmacSha256Hex(key, claim.policy), claim.signature)) return false
  if (cached === undefined) signingKeys.remember(claim.accessKeyId, scope, { secret, key })
  return true
}

const isGenuineV2 = (claim: PostSignature, secret: string) =>
  isSameSignature(createHmac('sha1', secret).update(claim.policy).digest('base64'), claim.signature)

function getField(fields: FormFields, name: string): string {
  const value = fields.get(name.toLowerCase())
  if (value === undefined || value === '') throw missing(name)
  return value
}

const missing = (name: string) =>
  invalidField(
    name,
    '',
    `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
  )

const invalidField = (name: string, value: string, message: string) =>
  new S3Error('InvalidArgument', { message, detail: { ArgumentName: name, ArgumentValue: value } })
