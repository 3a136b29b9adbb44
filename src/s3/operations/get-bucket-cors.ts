import { operation } from '../operation.ts'
import type { CorsRule } from '../../core/buckets/cors.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html */
export const getBucketCors = operation('GetBucketCors', async ({ input, caller, core }) => {
  const rules = await core.buckets.getCors(caller, input.Bucket)
  return { CORSRules: rules.map(ruleOutput) }
})

const ruleOutput = (rule: CorsRule) => ({
  ID: rule.id,
  AllowedMethods: [...rule.allowedMethods],
  AllowedOrigins: [...rule.allowedOrigins],
  AllowedHeaders: [...rule.allowedHeaders],
  ExposeHeaders: [...rule.exposeHeaders],
  MaxAgeSeconds: rule.maxAgeSeconds,
})
