import { S3Error } from '../errors.ts'
import { awsProjectId } from './arn.ts'
import { checkText } from './check-names.ts'
import { checkNewTags } from './tags.ts'
import { createEntity } from './create-entity.ts'
import { getByArn, getOwnPolicy } from './find-entity.ts'
import { listEntities, type EntityListing } from './list-entities.ts'
import { checkManagedPolicy } from './policy-document.ts'
import type { Tags } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { ManagedPolicy, Relation } from './entities.ts'
import type { IamReads, PolicyUses } from './iam-records.ts'
import type { IamPage } from './paging.ts'

export interface NewPolicy {
  readonly name: string
  readonly path?: string | undefined
  readonly description?: string | undefined
  /** JSON. */
  readonly document: string
  readonly tags?: Tags | undefined
}

/** A managed policy, and how many entities of the project have it. */
export type UsedPolicy = ManagedPolicy & { readonly uses: PolicyUses }

export interface PolicyListing extends EntityListing {
  /** All unless told. */
  readonly scope?: 'AWS' | 'Local' | undefined
  /** Only those that somebody in the project has in one of these ways. */
  readonly usedBy?: readonly Exclude<Relation, 'membership'>[] | undefined
}

type Needed = Pick<Parts, 'metadata' | 'clock' | 'ids'>

const unused: PolicyUses = { attachments: 0, boundaries: 0 }

/** Throws EntityAlreadyExists, LimitExceeded, MalformedPolicyDocument or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const createPolicy =
  ({ metadata, clock, ids }: Needed) =>
  async (
    projectId: string,
    { name, path = '/', description, document, tags = [] }: NewPolicy,
  ): Promise<UsedPolicy> => {
    const createdAt = clock.now()
    checkManagedPolicy(document)
    const policy: ManagedPolicy = {
      kind: 'policy',
      id: ids.entityId('ANPA'),
      projectId,
      name: checkText('policyName', name),
      path: checkText('policyPath', path, 'path'),
      createdAt,
      tags: checkNewTags(tags),
      description: description === undefined ? undefined : checkText('description', description),
      versions: [{ id: 'v1', document, createdAt }],
      defaultVersionId: 'v1',
      versionCount: 1,
      updatedAt: createdAt,
    }
    return metadata.transaction(async ({ iam }) => {
      await createEntity(iam, policy)
      return { ...policy, uses: unused }
    })
  }

/** Throws NoSuchEntity. */
const getPolicy =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, arn: string): Promise<UsedPolicy> => {
    const policy = await getByArn(iam, projectId, { kind: 'policy', arn })
    const uses = await iam.countUses(projectId, [policy.id])
    return { ...policy, uses: uses.get(policy.id) ?? unused }
  }

/** By name. Throws ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html */
const listPolicies =
  ({ metadata: { iam } }: Needed) =>
  async (
    projectId: string,
    { scope, usedBy, ...listing }: PolicyListing = {},
  ): Promise<IamPage<UsedPolicy>> => {
    const projectIds = { AWS: [awsProjectId], Local: [projectId], All: [projectId, awsProjectId] }
    const query = {
      kinds: ['policy'] as const,
      projectIds: projectIds[scope ?? 'All'],
      pointedAtIn: usedBy && { projectId, by: usedBy },
    }
    const page = await listEntities(iam, query, listing)
    const uses = await iam.countUses(
      projectId,
      page.items.map(({ id }) => id),
    )
    return {
      ...page,
      items: page.items.map((policy) => ({ ...policy, uses: uses.get(policy.id) ?? unused })),
    }
  }

/** Throws NoSuchEntity, AccessDenied for one of AWS, or DeleteConflict for one with uses or further versions. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html */
const deletePolicy =
  ({ metadata }: Needed) =>
  (projectId: string, arn: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const policy = await getOwnPolicy(iam, projectId, arn)
      await checkUnused(iam, policy)
      if (policy.versions.length > 1)
        throw new S3Error('DeleteConflict', {
          message: "This policy has more than one version. Delete the policy's other versions first.",
        })
      await iam.remove(policy)
    })

async function checkUnused(iam: IamReads, { id, projectId }: ManagedPolicy): Promise<void> {
  if ((await iam.countUses(projectId, [id])).size > 0)
    throw new S3Error('DeleteConflict', { message: 'Cannot delete a policy attached to entities.' })
}

/** What can be done with managed policies. */
export const policyUseCases = (parts: Needed) => ({
  create: createPolicy(parts),
  get: getPolicy(parts),
  list: listPolicies(parts),
  delete: deletePolicy(parts),
})
