import { aclRequestOf } from '../acl-input.ts'
import { operation } from '../operation.ts'
import { projectOf } from '../project-caller.ts'
import { tagsOf } from '../tagging.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export const createBucket = operation('CreateBucket', async ({ input, caller, core }) => {
  const project = projectOf(caller)
  const bucket = await core.buckets.create(project, input.Bucket, {
    acl: aclRequestOf(input),
    locationConstraint: input.CreateBucketConfiguration?.LocationConstraint,
    tags: tagsOf(input.CreateBucketConfiguration?.Tags ?? []),
    bucketNamespace: input.BucketNamespace,
    objectOwnership: input.ObjectOwnership,
    hasObjectLock: input.ObjectLockEnabledForBucket,
  })
  return { Location: `/${bucket.name}` }
})
