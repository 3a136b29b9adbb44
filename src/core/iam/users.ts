import { S3Error } from '../errors.ts'
import { boundaryArnOf, relateBoundary } from './boundaries.ts'
import { checkText } from './check-names.ts'
import { checkNewTags } from './tags.ts'
import { checkRemovable } from './check-removable.ts'
import { createEntity } from './create-entity.ts'
import { getNamed } from './find-entity.ts'
import { listEntities, type EntityListing } from './list-entities.ts'
import { renameEntity, type Renaming } from './rename-entity.ts'
import type { Tags } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { IamUser } from './entities.ts'
import type { MetadataTransaction } from '../ports.ts'

export interface NewUser {
  readonly name: string
  readonly path?: string | undefined
  readonly tags?: Tags | undefined
  /** Of a managed policy. */
  readonly boundaryArn?: string | undefined
}

/** A user, and the ARN of the managed policy that is its permissions boundary. */
export type ConfinedUser = IamUser & { readonly boundaryArn: string | undefined }

type Needed = Pick<Parts, 'metadata' | 'clock' | 'ids'>

/** Throws EntityAlreadyExists, NoSuchEntity for the boundary, LimitExceeded, InvalidInput or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html */
const createUser =
  ({ metadata, clock, ids }: Needed) =>
  async (projectId: string, { name, path = '/', tags = [], boundaryArn }: NewUser): Promise<ConfinedUser> => {
    const user: IamUser = {
      kind: 'user',
      id: ids.entityId('AIDA'),
      projectId,
      name: checkText('userName', name),
      path: checkText('path', path),
      createdAt: clock.now(),
      tags: checkNewTags(tags),
      inlinePolicies: [],
      sessionsNotBefore: 0,
    }
    return metadata.transaction(async ({ iam }) => {
      await createEntity(iam, user)
      if (boundaryArn !== undefined) await relateBoundary(iam, user, boundaryArn)
      return { ...user, boundaryArn }
    })
  }

/** Throws NoSuchEntity. */
const getUser =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, name: string): Promise<ConfinedUser> => {
    const user = await getNamed(iam, projectId, { kind: 'user', name })
    return { ...user, boundaryArn: await boundaryArnOf(iam, user) }
  }

/** Throws NoSuchEntity, EntityAlreadyExists or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html */
const updateUser =
  ({ metadata }: Needed) =>
  (projectId: string, name: string, renaming: Renaming): Promise<IamUser> =>
    metadata.transaction(async ({ iam }) => {
      const user = await getNamed(iam, projectId, { kind: 'user', name })
      return renameEntity(iam, user, renaming)
    })

/** Throws NoSuchEntity, or DeleteConflict for one with keys, groups or policies. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html */
const deleteUser =
  ({ metadata }: Needed) =>
  (projectId: string, name: string): Promise<void> =>
    metadata.transaction(async (tx) => {
      const user = await getNamed(tx.iam, projectId, { kind: 'user', name })
      await checkWithoutKeys(tx, user)
      await checkRemovable(tx.iam, user)
      await tx.iam.remove(user)
    })

async function checkWithoutKeys(tx: MetadataTransaction, user: IamUser): Promise<void> {
  const keys = await tx.listAccessKeys(user.projectId, { userId: user.id })
  if (keys.length > 0)
    throw new S3Error('DeleteConflict', {
      message: 'Cannot delete entity, must delete access keys first.',
    })
}

/** What can be done with users. */
export const userUseCases = (parts: Needed) => ({
  create: createUser(parts),
  get: getUser(parts),
  list: (projectId: string, listing: EntityListing = {}) =>
    listEntities(parts.metadata.iam, { kinds: ['user'], projectIds: [projectId] }, listing),
  update: updateUser(parts),
  delete: deleteUser(parts),
})
