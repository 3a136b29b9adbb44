import { S3Error } from '../errors.ts'
import { awsProjectId } from './arn.ts'
import { getByArn, getNamed } from './find-entity.ts'
import { listEntities, type EntityListing } from './list-entities.ts'
import { checkQuota } from './quotas.ts'
import type { Parts } from '../parts.ts'
import type { ManagedPolicy, PolicyOwner, Relation } from './entities.ts'
import type { OwnerRef } from './inline-policies.ts'
import type { IamPage } from './paging.ts'

type Needed = Pick<Parts, 'metadata'>

const attachmentQuotas = {
  user: 'AttachedPoliciesPerUser',
  group: 'AttachedPoliciesPerGroup',
  role: 'AttachedPoliciesPerRole',
} as const

const policiesOf = ({ id, projectId }: PolicyOwner) => ({
  kinds: ['policy'] as const,
  projectIds: [projectId, awsProjectId],
  pointedAtFrom: { id, by: 'attachment' as const },
})

/** Without effect for one that is attached. Throws NoSuchEntity or LimitExceeded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html */
const attach =
  ({ metadata }: Needed) =>
  (projectId: string, ref: OwnerRef, policyArn: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const owner = await getNamed(iam, projectId, ref)
      const policy = await getByArn(iam, projectId, { kind: 'policy', arn: policyArn })
      const attached = await iam.list(policiesOf(owner))
      if (attached.some(({ id }) => id === policy.id)) return
      checkQuota(attachmentQuotas[ref.kind], attached.length + 1)
      await iam.relate(owner, 'attachment', policy.id)
    })

/** Throws NoSuchEntity, also for one that is not attached. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html */
const detach =
  ({ metadata }: Needed) =>
  (projectId: string, ref: OwnerRef, policyArn: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const owner = await getNamed(iam, projectId, ref)
      const policy = await getByArn(iam, projectId, { kind: 'policy', arn: policyArn })
      if (await iam.unrelate(owner, 'attachment', policy.id)) return
      throw new S3Error('NoSuchEntity', { message: `Policy ${policyArn} was not found.` })
    })

/** The managed policies of a user, group or role, by name. Throws NoSuchEntity or ValidationError. */
const listAttached =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, ref: OwnerRef, listing: EntityListing = {}): Promise<IamPage<ManagedPolicy>> =>
    listEntities(iam, policiesOf(await getNamed(iam, projectId, ref)), listing)

export interface PolicyUseListing extends EntityListing {
  readonly kinds?: readonly PolicyOwner['kind'][] | undefined
  readonly by?: Extract<Relation, 'attachment' | 'boundary'> | undefined
}

/** Who has a managed policy, by name. Throws NoSuchEntity or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html */
const listEntitiesWith =
  ({ metadata: { iam } }: Needed) =>
  async (
    projectId: string,
    policyArn: string,
    { kinds = ['user', 'group', 'role'], by, ...listing }: PolicyUseListing = {},
  ): Promise<IamPage<PolicyOwner>> => {
    const { id } = await getByArn(iam, projectId, { kind: 'policy', arn: policyArn })
    const uses = {
      kinds,
      projectIds: [projectId],
      pointingTo: { id, by: by ? [by] : (['attachment', 'boundary'] as const) },
    }
    return listEntities(iam, uses, listing)
  }

/** Which managed policies users, groups and roles have. */
export const attachmentUseCases = (parts: Needed) => ({
  attach: attach(parts),
  detach: detach(parts),
  list: listAttached(parts),
  listEntities: listEntitiesWith(parts),
})
