/**
 * How the bytes of an object are encrypted at rest, as its row tells. Each object has a data key of its own, which is kept wrapped: under the server's
 * key, a key of the key ring, or the customer's key. It is bound to bucket and key, so that a copy wraps anew.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html
 */
export type Encryption = ServerEncryption | KmsEncryption | CustomerEncryption

interface WrappedKey {
  /** See `wrapKey` in lib/key-wrap.ts. */
  readonly dataKey: string
}

/** SSE-S3. */
interface ServerEncryption extends WrappedKey {
  readonly form: 'AES256'
}

/** SSE-KMS. */
export interface KmsEncryption extends WrappedKey {
  readonly form: 'aws:kms'
  readonly keyArn: string
  readonly keyVersion: number
  /** Base64 of a JSON object, as sent: without the same one the data key does not open. */
  readonly context?: string
  /** As S3 reports it; keys of a key ring in this process need no cache per bucket. */
  readonly bucketKey?: true
}

/** SSE-C: that the data key opens tells the right key from a wrong one, so nothing else is kept of it. */
interface CustomerEncryption extends WrappedKey {
  readonly form: 'customer'
}

/** What S3 tells as the MD5 of an object is one only when nobody else's key is involved. */
export const hidesMd5 = ({ form }: Pick<Encryption, 'form'>): boolean => form !== 'AES256'

/** What a request asks for; nothing: what the bucket's default says. */
export type EncryptionRequest =
  { readonly form: 'AES256' } | KmsRequest | { readonly form: 'customer'; readonly customerKey: Buffer }

export interface KmsRequest {
  readonly form: 'aws:kms'
  /** An id, an alias or an ARN; the key that the server keeps for the project when there is none. */
  readonly keyId?: string | undefined
  /** Base64, checked. */
  readonly context?: string | undefined
  readonly bucketKey?: boolean | undefined
}
