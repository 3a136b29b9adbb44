import { operation } from '../operation.ts'
import { websiteOf } from '../website-configuration.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html */
export const putBucketWebsite = operation('PutBucketWebsite', async ({ input, caller, core }) => {
  await core.buckets.putWebsite(caller, input.Bucket, websiteOf(input.WebsiteConfiguration))
  return {}
})
