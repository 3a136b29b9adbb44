import { operation } from '../operation.ts'
import { websiteOutput } from '../website-configuration.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html */
export const getBucketWebsite = operation('GetBucketWebsite', async ({ input, caller, core }) =>
  websiteOutput(await core.buckets.getWebsite(caller, input.Bucket)),
)
