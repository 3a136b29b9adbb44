import { requireAllowed } from './authorise.ts'
import type { AclRequest } from './requested-acl.ts'
import type { ProjectCaller } from '../caller.ts'
import type { S3Action } from './s3-actions.ts'
import type { Tags } from '../objects/object-version.ts'

interface NewBucket {
  readonly acl: AclRequest
  readonly locationConstraint: string | undefined
  readonly tags?: Tags | undefined
  readonly hasObjectLock?: boolean | undefined
}

/**
 * What a bucket is to be like from the start asks for more than the right to make it. Throws AccessDenied.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 */
export function requireNewBucket(caller: ProjectCaller, name: string, options: NewBucket): void {
  const { locationConstraint, tags } = options
  for (const action of actionsFor(options))
    requireAllowed(caller, action, { newBucket: { name, locationConstraint, tags } })
}

function actionsFor({ acl, tags = [], hasObjectLock }: NewBucket): readonly S3Action[] {
  const isShared = (acl.canned !== undefined && acl.canned !== 'private') || (acl.grants ?? []).length > 0
  return [
    's3:CreateBucket',
    ...(isShared ? (['s3:PutBucketAcl'] as const) : []),
    ...(tags.length > 0 ? (['s3:TagResource'] as const) : []),
    ...(hasObjectLock ? (['s3:PutBucketObjectLockConfiguration', 's3:PutBucketVersioning'] as const) : []),
  ]
}
