import { type InputOf, operation } from '../operation.ts'
import type { EncryptionRule } from '../../core/buckets/encryption.ts'

type RuleElement = InputOf<'PutBucketEncryption'>['ServerSideEncryptionConfiguration']['Rules'][number]

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html */
export const putBucketEncryption = operation('PutBucketEncryption', async ({ input, caller, core }) => {
  const { Rules } = input.ServerSideEncryptionConfiguration
  await core.buckets.putEncryption(caller, input.Bucket, Rules.map(ruleOf))
  return {}
})

const ruleOf = (rule: RuleElement): EncryptionRule => ({
  algorithm: rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
  keyId: rule.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID,
  bucketKeyEnabled: rule.BucketKeyEnabled,
  blocked: rule.BlockedEncryptionTypes?.EncryptionType,
})
