import { S3Error } from '../errors.ts'
import { getNamed } from './find-entity.ts'
import { listEntities } from './list-entities.ts'
import { checkQuota } from './quotas.ts'
import type { Parts } from '../parts.ts'
import type { IamGroup, IamUser } from './entities.ts'
import type { IamReads } from './iam-records.ts'
import type { IamPage, Paging } from './paging.ts'

interface Membership {
  readonly group: string
  readonly user: string
}

type Needed = Pick<Parts, 'metadata'>

/** Without effect for a member. Throws NoSuchEntity or LimitExceeded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html */
const addMember =
  ({ metadata }: Needed) =>
  (projectId: string, membership: Membership): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const { group, user } = await getBoth(iam, projectId, membership)
      const groups = await iam.list(groupsOf(user))
      if (groups.some(({ id }) => id === group.id)) return
      checkQuota('GroupsPerUser', groups.length + 1)
      await iam.relate(user, 'membership', group.id)
    })

/** Throws NoSuchEntity, also for one who is no member. https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html */
const removeMember =
  ({ metadata }: Needed) =>
  (projectId: string, membership: Membership): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const { group, user } = await getBoth(iam, projectId, membership)
      if (await iam.unrelate(user, 'membership', group.id)) return
      throw new S3Error('NoSuchEntity', {
        message: `The user ${user.name} is not a member of the group ${group.name}.`,
      })
    })

async function getBoth(iam: IamReads, projectId: string, { group, user }: Membership) {
  return {
    group: await getNamed(iam, projectId, { kind: 'group', name: group }),
    user: await getNamed(iam, projectId, { kind: 'user', name: user }),
  }
}

const groupsOf = ({ id, projectId }: IamUser) => ({
  kinds: ['group'] as const,
  projectIds: [projectId],
  pointedAtFrom: { id, by: 'membership' as const },
})

/** The users of a group, by name. Throws NoSuchEntity or ValidationError. */
const listMembers =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, groupName: string, paging: Paging = {}): Promise<IamPage<IamUser>> => {
    const { id } = await getNamed(iam, projectId, { kind: 'group', name: groupName })
    const members = {
      kinds: ['user'] as const,
      projectIds: [projectId],
      pointingTo: { id, by: ['membership'] as const },
    }
    return listEntities(iam, members, paging)
  }

/** Throws NoSuchEntity or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html */
const listGroups =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, userName: string, paging: Paging = {}): Promise<IamPage<IamGroup>> =>
    listEntities(iam, groupsOf(await getNamed(iam, projectId, { kind: 'user', name: userName })), paging)

/** Who is in which group. */
export const membershipUseCases = (parts: Needed) => ({
  add: addMember(parts),
  remove: removeMember(parts),
  listMembers: listMembers(parts),
  listGroups: listGroups(parts),
})
