import { S3Error } from '../errors.ts'
import { getByArn, getOwnPolicy } from './find-entity.ts'
import { pageWithin, type IamPage, type Paging } from './paging.ts'
import { checkManagedPolicy } from './policy-document.ts'
import { quotas } from './quotas.ts'
import type { Parts } from '../parts.ts'
import type { ManagedPolicy, PolicyVersion } from './entities.ts'

export interface NewPolicyVersion {
  /** JSON. */
  readonly document: string
  readonly setAsDefault?: boolean | undefined
}

/** A version, and whether it is the one that holds. */
export type ListedVersion = PolicyVersion & { readonly isDefault: boolean }

type Needed = Pick<Parts, 'metadata' | 'clock'>

/** Throws NoSuchEntity, AccessDenied, MalformedPolicyDocument or LimitExceeded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html */
const createVersion =
  ({ metadata, clock }: Needed) =>
  (
    projectId: string,
    arn: string,
    { document, setAsDefault = false }: NewPolicyVersion,
  ): Promise<ListedVersion> =>
    metadata.transaction(async ({ iam }) => {
      const policy = await getOwnPolicy(iam, projectId, arn)
      checkManagedPolicy(document)
      if (policy.versions.length >= quotas.VersionsPerPolicy) throw tooManyVersions()
      const version = { id: `v${String(policy.versionCount + 1)}`, document, createdAt: clock.now() }
      const changed = {
        ...policy,
        versions: [...policy.versions, version],
        versionCount: policy.versionCount + 1,
        defaultVersionId: setAsDefault ? version.id : policy.defaultVersionId,
        updatedAt: version.createdAt,
      }
      await iam.replace(changed)
      return listed(changed, version)
    })

const tooManyVersions = () =>
  new S3Error('LimitExceeded', {
    message: `A managed policy can have up to ${String(quotas.VersionsPerPolicy)} versions. Before you create a new version, you must delete an existing version.`,
  })

/** Throws NoSuchEntity. */
const getVersion =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, arn: string, versionId: string): Promise<ListedVersion> => {
    const policy = await getByArn(iam, projectId, { kind: 'policy', arn })
    return listed(policy, versionOf(policy, versionId))
  }

/** Oldest first. Throws NoSuchEntity or ValidationError. */
const listVersions =
  ({ metadata: { iam } }: Needed) =>
  async (projectId: string, arn: string, paging: Paging = {}): Promise<IamPage<ListedVersion>> => {
    const policy = await getByArn(iam, projectId, { kind: 'policy', arn })
    const versions = policy.versions.map((version) => listed(policy, version))
    return pageWithin(versions, ({ id }) => id.padStart(12), paging)
  }

/** Throws NoSuchEntity or AccessDenied. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html */
const setDefaultVersion =
  ({ metadata, clock }: Needed) =>
  (projectId: string, arn: string, versionId: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const policy = await getOwnPolicy(iam, projectId, arn)
      const { id } = versionOf(policy, versionId)
      await iam.replace({ ...policy, defaultVersionId: id, updatedAt: clock.now() })
    })

/** Throws NoSuchEntity, AccessDenied, or DeleteConflict for the default version. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html */
const deleteVersion =
  ({ metadata, clock }: Needed) =>
  (projectId: string, arn: string, versionId: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const policy = await getOwnPolicy(iam, projectId, arn)
      const gone = versionOf(policy, versionId)
      if (gone.id === policy.defaultVersionId)
        throw new S3Error('DeleteConflict', { message: 'Cannot delete the default version of a policy.' })
      const versions = policy.versions.filter(({ id }) => id !== gone.id)
      await iam.replace({ ...policy, versions, updatedAt: clock.now() })
    })

function versionOf({ versions }: ManagedPolicy, versionId: string): PolicyVersion {
  const found = versions.find(({ id }) => id === versionId)
  if (found) return found
  throw new S3Error('NoSuchEntity', { message: `Policy version ${versionId} was not found.` })
}

const listed = ({ defaultVersionId }: ManagedPolicy, version: PolicyVersion): ListedVersion => ({
  ...version,
  isDefault: version.id === defaultVersionId,
})

/** What can be done with the versions of managed policies. */
export const policyVersionUseCases = (parts: Needed) => ({
  create: createVersion(parts),
  get: getVersion(parts),
  list: listVersions(parts),
  setDefault: setDefaultVersion(parts),
  delete: deleteVersion(parts),
})
