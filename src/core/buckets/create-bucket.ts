import { namespaceOf, type ProjectCaller } from '../caller.ts'
import { S3Error } from '../errors.ts'
import { checkNewBucketName, type BucketNamespace } from './bucket-namespace.ts'
import { checkBucketTags } from '../objects/tags.ts'
import { checkAclFits } from './bucket-ownership-controls.ts'
import { chooseRegion } from './region.ts'
import { granteeLookup } from '../policy/grantee-lookup.ts'
import { resolveAcl, type AclRequest } from '../policy/requested-acl.ts'
import { privateAcl } from '../policy/acl.ts'
import { requireNewBucket } from '../policy/new-bucket.ts'
import type { Bucket } from './bucket.ts'
import type { ObjectOwnership } from './object-ownership.ts'
import type { Tags } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { Project } from '../projects/project.ts'

export interface CreateBucketOptions {
  readonly acl: AclRequest
  /** The region that the client named; undefined for none. */
  readonly locationConstraint: string | undefined
  readonly tags?: Tags | undefined
  readonly objectOwnership?: ObjectOwnership | undefined
  readonly bucketNamespace?: BucketNamespace | undefined
  /** Then it keeps versions, too. */
  readonly hasObjectLock?: boolean | undefined
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export const createBucket =
  ({ metadata, clock, settings }: Pick<Parts, 'metadata' | 'clock' | 'settings'>) =>
  async (caller: ProjectCaller, name: string, options: CreateBucketOptions): Promise<Bucket> => {
    requireNewBucket(caller, name, options)
    const chosen = chooseRegion(options.locationConstraint, {
      region: settings.region,
      isStrict: settings.strictRegion,
    })
    const { tags = [], bucketNamespace = 'global', objectOwnership, hasObjectLock = false } = options
    checkNewBucketName(name, {
      namespace: bucketNamespace,
      projectId: caller.project.id,
      region: chosen.region,
    })
    checkBucketTags(tags)
    const owner = caller.project.canonicalId
    const acl =
      (await resolveAcl(options.acl, { owner, bucketOwner: owner }, granteeLookup({ metadata }))) ??
      privateAcl(owner)
    checkAclFits(objectOwnership, acl)
    const { namespace } = caller.project
    if (namespaceOf(caller) !== namespace) throw new S3Error('AccessDenied')
    return metadata.transaction(async (tx) => {
      const existing = await tx.findBucket(namespace, name)
      if (existing) return again(existing, caller, settings.region)
      await refuseTooMany(tx, caller.project)
      return tx.createBucket({
        projectId: caller.project.id,
        namespace,
        name,
        region: chosen.region,
        versioning: hasObjectLock ? 'enabled' : 'off',
        createdAt: clock.now(),
        configuration: {
          acl,
          ...(chosen.locationConstraint !== undefined && { locationConstraint: chosen.locationConstraint }),
          ...(tags.length > 0 && { tags }),
          ...(objectOwnership && { objectOwnership }),
          ...(hasObjectLock && { objectLock: {} }),
        },
      })
    })
  }

/** In us-east-1 S3 answers the owner's second creation with success, elsewhere with 409. */
function again(existing: Bucket, caller: ProjectCaller, region: string): Bucket {
  if (existing.projectId !== caller.project.id)
    throw new S3Error('BucketAlreadyExists', { detail: { BucketName: existing.name } })
  if (region !== 'us-east-1')
    throw new S3Error('BucketAlreadyOwnedByYou', { detail: { BucketName: existing.name } })
  return existing
}

async function refuseTooMany(
  tx: Pick<MetadataTransaction, 'countBuckets'>,
  { id, quota }: Project,
): Promise<void> {
  if (quota?.buckets === undefined || (await tx.countBuckets(id)) < quota.buckets) return
  throw new S3Error('TooManyBuckets', { detail: { Maximum: quota.buckets } })
}
