import { S3Error } from '../errors.ts'
import { getProject } from '../projects/get-project.ts'
import { newKmsKey } from './find-kms-key.ts'
import { createKey } from '../../lib/key-wrap.ts'
import type { KmsKey } from './kms-key.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { Parts } from '../parts.ts'

export interface NewKmsKey {
  /** The project's name. */
  readonly project: string
  /** Without `alias/`. */
  readonly alias?: string | undefined
}

const aliasPattern = /^[\w/-]{1,250}$/

/** Throws NoSuchEntity, InvalidArgument, EntityAlreadyExists. https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html */
export const createKmsKey =
  ({ metadata, clock, ids }: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  async ({ project: name, alias }: NewKmsKey): Promise<KmsKey> => {
    if (alias !== undefined && (!aliasPattern.test(alias) || alias.startsWith('aws/'))) {
      throw new S3Error('InvalidArgument', {
        message:
          'An alias has 1 to 250 letters, digits or any of / _ -, and does not begin with aws/, which is for the server.',
        detail: { ArgumentName: 'alias', ArgumentValue: alias },
      })
    }
    return metadata.transaction(async (tx) => {
      const { id: projectId } = await getProject(tx, name)
      if (alias !== undefined && (await tx.findKmsAlias(projectId, alias)))
        throw new S3Error('EntityAlreadyExists', {
          message: `There is a key with the alias ${alias} already.`,
        })
      const key = newKmsKey({ clock, ids }, { projectId, alias })
      await tx.createKmsKey(key)
      return key
    })
  }

/** Those of a project by its name, oldest first. Throws NoSuchEntity. */
export const listKmsKeys =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (project: string): Promise<readonly KmsKey[]> =>
    metadata.listKmsKeys((await getProject(metadata.catalog, project)).id)

/** A disabled key neither encrypts nor decrypts. Throws NoSuchEntity. */
export const setKmsKeyStatus =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (id: string, status: KmsKey['status']): Promise<KmsKey> =>
    metadata.transaction(async (tx) => {
      const key = await getKey(tx, id)
      await tx.setKmsKeyStatus(id, status)
      return { ...key, status }
    })

/** New material for what is encrypted from now on; what is there stays readable. Throws NoSuchEntity. */
export const rotateKmsKey =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (id: string): Promise<KmsKey> =>
    metadata.transaction(async (tx) => {
      const key = await getKey(tx, id)
      const material = createKey()
      await tx.rotateKmsKey(id, material)
      return { ...key, materials: [...key.materials, material] }
    })

async function getKey(tx: MetadataTransaction, id: string): Promise<KmsKey> {
  const key = await tx.findKmsKey(id)
  if (key) return key
  throw new S3Error('NoSuchEntity', { message: `There is no key ${id} in the key ring.` })
}
