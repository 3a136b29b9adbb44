import { ruleOutput } from '../lifecycle-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html */
export const getBucketLifecycleConfiguration = operation(
  'GetBucketLifecycleConfiguration',
  async ({ input, caller, core }) => {
    const { rules, minimumSize } = await core.buckets.getLifecycle(caller, input.Bucket)
    return { Rules: rules.map(ruleOutput), TransitionDefaultMinimumObjectSize: minimumSize }
  },
)
