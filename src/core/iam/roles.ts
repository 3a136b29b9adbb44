import { boundaryArnOf, relateBoundary } from './boundaries.ts'
import { checkSessionSeconds, checkText } from './check-names.ts'
import { checkRemovable } from './check-removable.ts'
import { checkNewTags } from './tags.ts'
import { checkTrustPolicy } from './check-trust-policy.ts'
import { createEntity } from './create-entity.ts'
import { getNamed } from './find-entity.ts'
import { listEntities, type EntityListing } from './list-entities.ts'
import type { Tags } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { IamRole } from './entities.ts'

export interface NewRole {
  readonly name: string
  readonly path?: string | undefined
  /** JSON. */
  readonly trustPolicy: string
  readonly description?: string | undefined
  /** How long a session may last; an hour unless told. */
  readonly maxSessionSeconds?: number | undefined
  readonly tags?: Tags | undefined
  /** Of a managed policy. */
  readonly boundaryArn?: string | undefined
}

/** A role, and the ARN of the managed policy that is its permissions boundary. */
export type ConfinedRole = IamRole & { readonly boundaryArn: string | undefined }

/** What UpdateRole changes: what is not given gets its default, bar the description. */
export type RoleUpdate = Pick<NewRole, 'description' | 'maxSessionSeconds'>

type Needed = Pick<Parts, 'metadata' | 'clock' | 'ids'>

const defaultSessionSeconds = 3600

/** Throws EntityAlreadyExists, NoSuchEntity for the boundary, LimitExceeded, MalformedPolicyDocument, InvalidInput or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const createRole =
  (parts: Needed) =>
  async (projectId: string, wanted: NewRole): Promise<ConfinedRole> => {
    const { boundaryArn } = wanted
    const role = newRole(parts, projectId, wanted)
    await checkTrustPolicy(parts, role.trustPolicy)
    return parts.metadata.transaction(async ({ iam }) => {
      await createEntity(iam, role)
      if (boundaryArn !== undefined) await relateBoundary(iam, role, boundaryArn)
      return { ...role, boundaryArn }
    })
  }

const newRole = ({ ids, clock }: Needed, projectId: string, wanted: NewRole): IamRole => ({
  kind: 'role',
  id: ids.entityId('AROA'),
  projectId,
  name: checkText('roleName', wanted.name),
  path: checkText('path', wanted.path ?? '/'),
  createdAt: clock.now(),
  tags: checkNewTags(wanted.tags ?? []),
  inlinePolicies: [],
  sessionsNotBefore: 0,
  trustPolicy: wanted.trustPolicy,
  description: checkDescription(wanted.description),
  maxSessionSeconds: checkSessionSeconds(wanted.maxSessionSeconds ?? defaultSessionSeconds),
})

const checkDescription = (description: string | undefined) =>
  description === undefined ? undefined : checkText('description', description)

/** Throws NoSuchEntity. */
const getRole =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, name: string): Promise<ConfinedRole> => {
    const role = await getNamed(iam, projectId, { kind: 'role', name })
    return { ...role, boundaryArn: await boundaryArnOf(iam, role) }
  }

/** Throws NoSuchEntity or ValidationError. https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html */
const updateRole =
  ({ metadata }: Needed) =>
  (
    projectId: string,
    name: string,
    { description, maxSessionSeconds = defaultSessionSeconds }: RoleUpdate,
  ): Promise<IamRole> =>
    metadata.transaction(async ({ iam }) => {
      const role = await getNamed(iam, projectId, { kind: 'role', name })
      const updated = {
        ...role,
        description: checkDescription(description) ?? role.description,
        maxSessionSeconds: checkSessionSeconds(maxSessionSeconds),
      }
      await iam.replace(updated)
      return updated
    })

/** Throws NoSuchEntity, MalformedPolicyDocument or LimitExceeded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html */
const updateTrustPolicy =
  (parts: Needed) =>
  async (projectId: string, name: string, trustPolicy: string): Promise<void> => {
    await getNamed(parts.metadata.iam, projectId, { kind: 'role', name })
    await checkTrustPolicy(parts, trustPolicy)
    await parts.metadata.transaction(async ({ iam }) => {
      const role = await getNamed(iam, projectId, { kind: 'role', name })
      await iam.replace({ ...role, trustPolicy })
    })
  }

/** Throws NoSuchEntity, or DeleteConflict for one with policies. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html */
const deleteRole =
  ({ metadata }: Needed) =>
  (projectId: string, name: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const role = await getNamed(iam, projectId, { kind: 'role', name })
      await checkRemovable(iam, role)
      await iam.remove(role)
    })

/** What can be done with roles. */
export const roleUseCases = (parts: Needed) => ({
  create: createRole(parts),
  get: getRole(parts),
  list: (projectId: string, listing: EntityListing = {}) =>
    listEntities(parts.metadata.iam, { kinds: ['role'], projectIds: [projectId] }, listing),
  update: updateRole(parts),
  updateTrustPolicy: updateTrustPolicy(parts),
  delete: deleteRole(parts),
})
