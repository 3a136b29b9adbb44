import { operation } from '../operation.ts'
import { listing } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'
import type { PolicyOwner } from '../../core/iam/entities.ts'

const kinds: Readonly<Record<string, readonly PolicyOwner['kind'][]>> = {
  User: ['user'],
  Role: ['role'],
  Group: ['group'],
  LocalManagedPolicy: [],
  AWSManagedPolicy: [],
}

const uses = { PermissionsPolicy: 'attachment', PermissionsBoundary: 'boundary' } as const

export const listEntitiesForPolicy = operation(
  'ListEntitiesForPolicy',
  async ({ input, projectId, core }) => {
    const page = await core.iam.attachments.listEntities(projectId, input.PolicyArn, {
      ...listing(input),
      kinds: input.EntityFilter && kinds[input.EntityFilter],
      by: input.PolicyUsageFilter && uses[input.PolicyUsageFilter],
    })
    const holders = (kind: PolicyOwner['kind']) => page.items.filter((item) => item.kind === kind)
    return {
      PolicyUsers: holders('user').map(({ id, name }) => ({ UserId: id, UserName: name })),
      PolicyGroups: holders('group').map(({ id, name }) => ({ GroupId: id, GroupName: name })),
      PolicyRoles: holders('role').map(({ id, name }) => ({ RoleId: id, RoleName: name })),
      ...pageOutput(page),
    }
  },
)
