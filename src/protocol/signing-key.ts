import { hmacKey, hmacSha256, type HmacKey } from '../lib/hmac.ts'

/** What a SigV4 signature is valid for: a day (YYYYMMDD), a region and a service. */
export interface CredentialScope {
  readonly date: string
  readonly region: string
  readonly service: string
}

/** `20130524/us-east-1/s3/aws4_request`, as it stands in credentials and strings to sign. */
export const scopeText = ({ date, region, service }: CredentialScope): string =>
  `${date}/${region}/${service}/aws4_request`

/** Derives the key that signs within a scope: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
export function deriveSigningKey(secret: string, scope: CredentialScope): HmacKey {
  const steps = [scope.date, scope.region, scope.service, 'aws4_request']
  return steps.reduce((key, step) => hmacKey(hmacSha256(key, step)), hmacKey(`AWS4${secret}`))
}

interface CachedKey {
  readonly secret: string
  readonly key: HmacKey
}

/** Signing keys that already verified a signature; bounded, the ones added first leave first. */
export interface SigningKeyCache {
  find(accessKeyId: string, scope: string, secret: string): HmacKey | undefined
  /** Call only once a signature made with the key has verified, so that nobody without a secret can fill the cache. */
  remember(accessKeyId: string, scope: string, entry: CachedKey): void
  /** Drops the keys of an access key that was disabled or deleted. */
  forget(accessKeyId: string): void
}

/** An empty cache for at most `limit` signing keys. */
export function createSigningKeyCache(limit = 1000): SigningKeyCache {
  const entries = new Map<string, CachedKey>()
  return {
    find(accessKeyId, scope, secret) {
      const entry = entries.get(`${accessKeyId}/${scope}`)
      return entry?.secret === secret ? entry.key : undefined
    },
    remember(accessKeyId, scope, entry) {
      entries.set(`${accessKeyId}/${scope}`, entry)
      if (entries.size <= limit) return
      for (const oldest of entries.keys()) {
        entries.delete(oldest)
        return
      }
    },
    forget(accessKeyId) {
      for (const name of entries.keys()) if (name.startsWith(`${accessKeyId}/`)) entries.delete(name)
    },
  }
}
