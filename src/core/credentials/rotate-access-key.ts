import { getAccessKey } from './change-access-key.ts'
import type { AccessKey } from './access-key.ts'
import type { Parts } from '../parts.ts'

/**
 * Makes a key that may do what another one may; that one expires once `overlapMs` is over, or sooner if it was to. The new key comes with its
 * secret, which nothing shows again. Throws NoSuchEntity.
 */
export const rotateAccessKey =
  ({ metadata, clock, ids }: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  (id: string, { overlapMs }: { readonly overlapMs: number }): Promise<AccessKey> =>
    metadata.transaction(async (tx) => {
      const old = await getAccessKey(tx, id)
      const now = clock.now()
      const key: AccessKey = {
        ...old,
        id: ids.accessKeyId(),
        secret: ids.secretKey(),
        status: 'active',
        createdAt: now,
      }
      await tx.createAccessKey(key)
      await tx.setAccessKeyExpiry(id, Math.min(old.expiresAt ?? Infinity, now + overlapMs))
      return key
    })
