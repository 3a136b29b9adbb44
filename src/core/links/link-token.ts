import { createHmac, timingSafeEqual } from 'node:crypto'
import { packTexts, unpackTexts } from '../../lib/length-prefixed.ts'
import type { LinkMethod, LinkTerms } from './link.ts'

/** What a token says of itself, before anyone has looked whether it is right. */
export interface ClaimedLink extends Omit<LinkTerms, 'expires'> {
  readonly keyId: string
  readonly signature: Buffer
}

interface Signing {
  readonly projectId: string
  readonly keyId: string
  /** See `ApiKey`. */
  readonly linkSecret: string
}

/** The fields of the link, packed, a dot, and their signature; both in base64url. */
export function linkToken(signing: Signing, terms: LinkTerms): string {
  const { bucket, key, method, fileName = '', transform = '', linkId = '' } = terms
  const packed = packTexts([signing.keyId, bucket, key, method, fileName, transform, linkId])
  return `${packed.toString('base64url')}.${signatureOf(signing, terms).toString('base64url')}`
}

/** Undefined for what is no token. */
export function parseLinkToken(token: string): ClaimedLink | undefined {
  const [packed = '', signature = ''] = token.split('.')
  const texts = unpackTexts(Buffer.from(packed, 'base64url'))
  if (texts?.length !== 7) return undefined
  const [keyId = '', bucket = '', key = '', method = '', ...optional] = texts
  if (!isMethod(method)) return undefined
  const [fileName, transform, linkId] = optional.map((text) => (text === '' ? undefined : text))
  const signed = Buffer.from(signature, 'base64url')
  return { keyId, bucket, key, method, fileName, transform, linkId, signature: signed }
}

/** In a time that tells nothing of where they differ. */
export function isSignatureOf(signature: Buffer, signing: Signing, terms: LinkTerms): boolean {
  const right = signatureOf(signing, terms)
  return signature.length === right.length && timingSafeEqual(signature, right)
}

function signatureOf({ projectId, keyId, linkSecret }: Signing, terms: LinkTerms): Buffer {
  const { bucket, key, expires, method, fileName = '', transform = '', linkId = '' } = terms
  const fields = [projectId, keyId, bucket, key, String(expires), method, fileName, transform, linkId]
  return createHmac('sha256', Buffer.from(linkSecret, 'base64')).update(packTexts(fields)).digest()
}

const isMethod = (text: string): text is LinkMethod => ['GET', 'PUT', 'POST'].includes(text)
