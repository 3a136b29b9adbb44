import { S3Error } from '../errors.ts'

/** What new objects of a bucket get when their request asks for nothing, and what no request may ask for. */
export interface BucketEncryption {
  readonly byDefault?: { readonly form: 'AES256' } | { readonly form: 'aws:kms'; readonly keyId?: string }
  readonly bucketKeyEnabled?: boolean
  readonly blocked?: readonly BlockedEncryption[]
}

type BlockedEncryption = 'NONE' | 'SSE-C'

/** A rule as a client puts it. */
export interface EncryptionRule {
  readonly algorithm?: string | undefined
  readonly keyId?: string | undefined
  readonly bucketKeyEnabled?: boolean | undefined
  readonly blocked?: readonly BlockedEncryption[] | undefined
}

/**
 * Checks the rules of a bucket's default encryption, of which there is exactly one. Throws MalformedXML, InvalidArgument, NotImplemented.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 */
export function parseBucketEncryption([rule, ...others]: readonly EncryptionRule[]): BucketEncryption {
  if (!rule || others.length > 0) throw new S3Error('MalformedXML')
  const { algorithm, keyId, bucketKeyEnabled, blocked } = rule
  if (keyId !== undefined && algorithm !== 'aws:kms') {
    throw new S3Error('InvalidArgument', {
      message: 'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms',
      detail: { ArgumentName: 'KMSMasterKeyID', ArgumentValue: keyId },
    })
  }
  return {
    ...(algorithm !== undefined && { byDefault: defaultOf(algorithm, keyId) }),
    ...(bucketKeyEnabled !== undefined && { bucketKeyEnabled }),
    ...(blocked && { blocked }),
  }
}

function defaultOf(algorithm: string, keyId: string | undefined): NonNullable<BucketEncryption['byDefault']> {
  if (algorithm === 'AES256') return { form: 'AES256' }
  if (algorithm === 'aws:kms') return { form: 'aws:kms', ...(keyId !== undefined && { keyId }) }
  throw new S3Error('NotImplemented', { message: `Encryption with ${algorithm} is not implemented.` })
}
