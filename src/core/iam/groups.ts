import { checkText } from './check-names.ts'
import { checkRemovable } from './check-removable.ts'
import { createEntity } from './create-entity.ts'
import { getNamed } from './find-entity.ts'
import { listEntities, type EntityListing } from './list-entities.ts'
import { renameEntity, type Renaming } from './rename-entity.ts'
import type { Parts } from '../parts.ts'
import type { IamGroup } from './entities.ts'

export interface NewGroup {
  readonly name: string
  readonly path?: string | undefined
}

type Needed = Pick<Parts, 'metadata' | 'clock' | 'ids'>

/** Throws EntityAlreadyExists, LimitExceeded or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html */
const createGroup =
  ({ metadata, clock, ids }: Needed) =>
  async (projectId: string, { name, path = '/' }: NewGroup): Promise<IamGroup> => {
    const group: IamGroup = {
      kind: 'group',
      id: ids.entityId('AGPA'),
      projectId,
      name: checkText('groupName', name),
      path: checkText('path', path),
      createdAt: clock.now(),
      inlinePolicies: [],
    }
    return metadata.transaction(async ({ iam }) => {
      await createEntity(iam, group)
      return group
    })
  }

/** Throws NoSuchEntity, EntityAlreadyExists or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html */
const updateGroup =
  ({ metadata }: Needed) =>
  (projectId: string, name: string, renaming: Renaming): Promise<IamGroup> =>
    metadata.transaction(async ({ iam }) => {
      const group = await getNamed(iam, projectId, { kind: 'group', name })
      return renameEntity(iam, group, renaming)
    })

/** Throws NoSuchEntity, or DeleteConflict for one with members or policies. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html */
const deleteGroup =
  ({ metadata }: Needed) =>
  (projectId: string, name: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const group = await getNamed(iam, projectId, { kind: 'group', name })
      await checkRemovable(iam, group)
      await iam.remove(group)
    })

/** What can be done with groups. */
export const groupUseCases = (parts: Needed) => ({
  create: createGroup(parts),
  get: (projectId: string, name: string): Promise<IamGroup> =>
    getNamed(parts.metadata.iam, projectId, { kind: 'group', name }),
  list: (projectId: string, listing: EntityListing = {}) =>
    listEntities(parts.metadata.iam, { kinds: ['group'], projectIds: [projectId] }, listing),
  update: updateGroup(parts),
  delete: deleteGroup(parts),
})
