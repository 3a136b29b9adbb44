import { S3Error } from '../errors.ts'
import { hashOf, linkSecretOf, newToken } from './token.ts'
import type { ApiKey, NewApiKey } from './api-key.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { Parts } from '../parts.ts'

type KeyParts = Pick<Parts, 'metadata'>

/** Throws NoSuchEntity. */
export const setApiKeyStatus =
  ({ metadata }: KeyParts) =>
  (id: string, status: ApiKey['status']): Promise<ApiKey> =>
    metadata.transaction(async (tx) => {
      const key = { ...(await getApiKey(tx, id)), status }
      await tx.apiKeys.replace(key)
      return key
    })

/** Gives a key another token; the old one, and every link that was signed for it, is worth nothing any more. Throws NoSuchEntity. */
export const regenerateApiKey =
  ({ metadata }: KeyParts) =>
  (id: string): Promise<NewApiKey> => {
    const token = newToken(id)
    return metadata.transaction(async (tx) => {
      const known = await getApiKey(tx, id)
      const key = { ...known, hash: hashOf(token), linkSecret: linkSecretOf(token) }
      await tx.apiKeys.replace(key)
      return { key, token }
    })
  }

/** Throws NoSuchEntity. */
export const deleteApiKey =
  ({ metadata }: KeyParts) =>
  (id: string): Promise<void> =>
    metadata.transaction(async (tx) => {
      await getApiKey(tx, id)
      await tx.apiKeys.remove(id)
    })

async function getApiKey(tx: MetadataTransaction, id: string): Promise<ApiKey> {
  const key = await tx.apiKeys.find(id)
  if (key) return key
  throw new S3Error('NoSuchEntity', { message: `There is no API key ${id}.` })
}
