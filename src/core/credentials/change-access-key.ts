import { S3Error } from '../errors.ts'
import type { AccessKey } from './access-key.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { Parts } from '../parts.ts'

/** Throws NoSuchEntity. */
export const setAccessKeyStatus =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (id: string, status: AccessKey['status']): Promise<AccessKey> =>
    metadata.transaction(async (tx) => {
      const key = await getAccessKey(tx, id)
      await tx.setAccessKeyStatus(id, status)
      return { ...key, status }
    })

/** Throws NoSuchEntity. */
export const deleteAccessKey =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (id: string): Promise<void> =>
    metadata.transaction(async (tx) => {
      await getAccessKey(tx, id)
      await tx.deleteAccessKey(id)
    })

/** Throws NoSuchEntity. */
export async function getAccessKey(tx: MetadataTransaction, id: string): Promise<AccessKey> {
  const key = await tx.findAccessKey(id)
  if (key) return key
  throw new S3Error('NoSuchEntity', { message: `There is no access key ${id}.` })
}
