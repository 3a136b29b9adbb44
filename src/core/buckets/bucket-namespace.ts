import { S3Error } from '../errors.ts'
import { checkBucketName } from './bucket-name.ts'

/** Where a bucket's name has to be unique. https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html */
export type BucketNamespace = 'account-regional' | 'global'

interface Place {
  readonly namespace: BucketNamespace
  readonly projectId: string
  readonly region: string
}

/**
 * The rules for the name of a new bucket. In the namespace that a project has for itself in a region it ends with `-PROJECT-REGION-an`,
 * and nowhere else with `-an`. Throws InvalidBucketName.
 */
export function checkNewBucketName(name: string, { namespace, projectId, region }: Place): void {
  checkBucketName(name)
  const fits =
    namespace === 'account-regional' ? name.endsWith(`-${projectId}-${region}-an`) : !name.endsWith('-an')
  if (!fits) throw new S3Error('InvalidBucketName', { detail: { BucketName: name } })
}
