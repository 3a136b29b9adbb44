import { ruleOf } from '../lifecycle-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html */
export const putBucketLifecycleConfiguration = operation(
  'PutBucketLifecycleConfiguration',
  async ({ input, caller, core }) => {
    const {
      LifecycleConfiguration,
      TransitionDefaultMinimumObjectSize: minimumSize = 'all_storage_classes_128K',
    } = input
    const rules = (LifecycleConfiguration?.Rules ?? []).map(ruleOf)
    await core.buckets.putLifecycle(caller, input.Bucket, { rules, minimumSize })
    return { TransitionDefaultMinimumObjectSize: minimumSize }
  },
)
