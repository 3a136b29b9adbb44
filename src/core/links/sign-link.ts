import { authorise } from '../policy/authorise.ts'
import { linkToken } from './link-token.ts'
import type { Bearer } from '../api-keys/bearer.ts'
import type { LinkTerms } from './link.ts'
import type { Parts } from '../parts.ts'

export interface WantedLink extends Omit<LinkTerms, 'expires' | 'linkId'> {
  readonly seconds: number
  /** `once`: good for one download or upload; `shared`: listed, and revocable alone. Both are on record. */
  readonly keep?: 'once' | 'shared' | undefined
}

export interface SignedLink {
  readonly token: string
  /** Seconds since 1970. */
  readonly expires: number
  /** Of a link on record. */
  readonly id: string | undefined
}

const actionOf = (method: LinkTerms['method']) => (method === 'GET' ? 's3:GetObject' : 's3:PutObject')

/** A link that lets whoever has it do what its key may do. Throws NoSuchBucket, or AccessDenied for what the key itself may not do. */
export const signLink =
  (parts: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  async (bearer: Bearer, { seconds, keep, ...wanted }: WantedLink): Promise<SignedLink> => {
    const { key: apiKey, caller } = bearer
    await authorise(parts)(caller, actionOf(wanted.method), { bucket: wanted.bucket, key: wanted.key })
    const now = parts.clock.now()
    const expires = Math.floor(now / 1000) + seconds
    const id = keep && parts.ids.uuid()
    if (id !== undefined) {
      await parts.metadata.transaction((tx) =>
        tx.links.create({
          id,
          projectId: caller.project.id,
          apiKeyId: apiKey.id,
          bucket: wanted.bucket,
          key: wanted.key,
          method: wanted.method,
          isSingleUse: keep === 'once',
          createdAt: now,
          expiresAt: expires * 1000,
          usedAt: undefined,
        }),
      )
    }
    const signing = { projectId: caller.project.id, keyId: apiKey.id, linkSecret: apiKey.linkSecret }
    return { token: linkToken(signing, { ...wanted, expires, linkId: id }), expires, id }
  }
