import { type InputOf, operation } from '../operation.ts'
import type { CorsRule } from '../../core/buckets/cors.ts'

type RuleElement = InputOf<'PutBucketCors'>['CORSConfiguration']['CORSRules'][number]

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html */
export const putBucketCors = operation('PutBucketCors', async ({ input, caller, core }) => {
  await core.buckets.putCors(caller, input.Bucket, input.CORSConfiguration.CORSRules.map(ruleOf))
  return {}
})

const ruleOf = (rule: RuleElement): CorsRule => ({
  ...(rule.ID !== undefined && { id: rule.ID }),
  allowedMethods: rule.AllowedMethods,
  allowedOrigins: rule.AllowedOrigins,
  allowedHeaders: rule.AllowedHeaders ?? [],
  exposeHeaders: rule.ExposeHeaders ?? [],
  ...(rule.MaxAgeSeconds !== undefined && { maxAgeSeconds: rule.MaxAgeSeconds }),
})
