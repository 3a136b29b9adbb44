import { S3Error } from '../errors.ts'
import { getNamed } from './find-entity.ts'
import { pageWithin, type IamPage, type Paging } from './paging.ts'
import { checkQuota } from './quotas.ts'
import type { AccessKey } from '../credentials/access-key.ts'
import type { Parts } from '../parts.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { IamReads } from './iam-records.ts'

type Needed = Pick<Parts, 'metadata' | 'clock' | 'ids'>

/** Whose keys are meant: a user's by its name, or those of the project's root. */
export type KeyOwner = string | undefined

/** Throws NoSuchEntity. */
const userIdOf = async (iam: IamReads, projectId: string, owner: KeyOwner): Promise<string | undefined> =>
  owner === undefined ? undefined : (await getNamed(iam, projectId, { kind: 'user', name: owner })).id

/** The key with its secret, which nothing shows again. Throws NoSuchEntity or LimitExceeded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html */
const createKey =
  ({ metadata, clock, ids }: Needed) =>
  (projectId: string, owner: KeyOwner): Promise<AccessKey> =>
    metadata.transaction(async (tx) => {
      const userId = await userIdOf(tx.iam, projectId, owner)
      // The keys of a project's root are the operator's business: AWS's quota is for users.
      if (userId !== undefined)
        checkQuota('AccessKeysPerUser', (await tx.listAccessKeys(projectId, { userId })).length + 1)
      const key: AccessKey = {
        id: ids.accessKeyId(),
        secret: ids.secretKey(),
        projectId,
        ...(userId !== undefined && { userId }),
        name: '',
        status: 'active',
        createdAt: clock.now(),
        expiresAt: undefined,
      }
      await tx.createAccessKey(key)
      return key
    })

/** By id. Throws NoSuchEntity or ValidationError. */
const listKeys =
  ({ metadata }: Needed) =>
  async (projectId: string, owner: KeyOwner, paging: Paging = {}): Promise<IamPage<AccessKey>> => {
    const userId = await userIdOf(metadata.iam, projectId, owner)
    const keys = await metadata.listAccessKeys(projectId, { userId })
    return pageWithin(keys.toSorted(byId), ({ id }) => id, paging)
  }

const byId = (a: AccessKey, b: AccessKey) => (a.id < b.id ? -1 : 1)

export interface KeyRef {
  readonly owner: KeyOwner
  readonly id: string
}

/** Throws NoSuchEntity. */
const setKeyStatus =
  ({ metadata }: Needed) =>
  (projectId: string, ref: KeyRef, status: AccessKey['status']): Promise<void> =>
    metadata.transaction(async (tx) => {
      const { id } = await getOwnKey(tx, projectId, ref)
      await tx.setAccessKeyStatus(id, status)
    })

/** Throws NoSuchEntity. */
const deleteKey =
  ({ metadata }: Needed) =>
  (projectId: string, ref: KeyRef): Promise<void> =>
    metadata.transaction(async (tx) => {
      const { id } = await getOwnKey(tx, projectId, ref)
      await tx.deleteAccessKey(id)
    })

async function getOwnKey(
  tx: MetadataTransaction,
  projectId: string,
  { owner, id }: KeyRef,
): Promise<AccessKey> {
  const userId = await userIdOf(tx.iam, projectId, owner)
  const key = await tx.findAccessKey(id)
  if (key?.projectId === projectId && key.userId === userId) return key
  throw noSuchKey(id)
}

/** A key of the project, the name of its user, and when it was last used. Throws NoSuchEntity. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html */
const getKey =
  ({ metadata: { iam, catalog, keyUses } }: Needed) =>
  async (projectId: string, id: string) => {
    const key = await catalog.findAccessKey(id)
    if (key?.projectId !== projectId) throw noSuchKey(id)
    const user = key.userId === undefined ? undefined : await iam.findById('user', key.userId)
    return { key, userName: user?.name, lastUse: await keyUses.find(id) }
  }

const noSuchKey = (id: string) =>
  new S3Error('NoSuchEntity', { message: `The Access Key with id ${id} cannot be found.` })

/** What can be done with the access keys of users and of a project's root. */
export const userKeyUseCases = (parts: Needed) => ({
  create: createKey(parts),
  list: listKeys(parts),
  setStatus: setKeyStatus(parts),
  delete: deleteKey(parts),
  get: getKey(parts),
})
