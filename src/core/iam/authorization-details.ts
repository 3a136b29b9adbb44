import { awsProjectId } from './arn.ts'
import { boundaryArnOf } from './boundaries.ts'
import { listEntities } from './list-entities.ts'
import type { Parts } from '../parts.ts'
import type { IamPage, Paging } from './paging.ts'
import type { IamGroup, IamRole, IamUser, ManagedPolicy } from './entities.ts'
import type { IamReads } from './iam-records.ts'
import type { UsedPolicy } from './policies.ts'

/** What an account has of one kind: `Local…` policies are its own. */
export type DetailFilter = 'User' | 'Group' | 'Role' | 'LocalManagedPolicy' | 'AWSManagedPolicy'

/** Somebody with all that gives rights to it. */
export interface OwnerDetail {
  readonly owner: IamUser | IamGroup | IamRole
  /** By name. */
  readonly attached: readonly ManagedPolicy[]
  /** Of a user. */
  readonly groups: readonly IamGroup[]
  readonly boundaryArn: string | undefined
}

export type Detail = OwnerDetail | { readonly policy: UsedPolicy }

const kinds = {
  User: 'user',
  Group: 'group',
  Role: 'role',
  LocalManagedPolicy: 'policy',
  AWSManagedPolicy: 'policy',
} as const

export const allDetails: readonly DetailFilter[] = [
  'User',
  'Group',
  'Role',
  'LocalManagedPolicy',
  'AWSManagedPolicy',
]

/**
 * Who has which rights, by name; of AWS's policies those that are attached. A page may be shorter than asked for and yet have a next one. Throws ValidationError.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export const listAuthorizationDetails =
  ({ metadata: { iam } }: Pick<Parts, 'metadata'>) =>
  async (projectId: string, filters: readonly DetailFilter[], paging: Paging): Promise<IamPage<Detail>> => {
    const query = {
      kinds: [...new Set(filters.map((filter) => kinds[filter]))],
      projectIds: [projectId, awsProjectId],
    }
    const page = await listEntities(iam, query, paging)
    const details = await Promise.all(
      page.items.map((entity) =>
        entity.kind === 'policy' ? policyDetail(iam, projectId, entity) : ownerDetail(iam, entity),
      ),
    )
    return { ...page, items: details.filter((detail) => isMeant(detail, filters)) }
  }

async function ownerDetail(iam: IamReads, owner: OwnerDetail['owner']): Promise<OwnerDetail> {
  const { id, projectId } = owner
  const attached = await iam.list({
    kinds: ['policy'],
    projectIds: [projectId, awsProjectId],
    pointedAtFrom: { id, by: 'attachment' },
  })
  const groups = await iam.list({
    kinds: ['group'],
    projectIds: [projectId],
    pointedAtFrom: { id, by: 'membership' },
  })
  const boundaryArn = owner.kind === 'group' ? undefined : await boundaryArnOf(iam, owner)
  return { owner, attached, groups, boundaryArn }
}

async function policyDetail(iam: IamReads, projectId: string, policy: ManagedPolicy): Promise<Detail> {
  const uses = await iam.countUses(projectId, [policy.id])
  return { policy: { ...policy, uses: uses.get(policy.id) ?? { attachments: 0, boundaries: 0 } } }
}

function isMeant(detail: Detail, filters: readonly DetailFilter[]): boolean {
  if ('owner' in detail) return true
  const { projectId, uses } = detail.policy
  return projectId === awsProjectId
    ? filters.includes('AWSManagedPolicy') && uses.attachments > 0
    : filters.includes('LocalManagedPolicy')
}
