import { S3Error } from '../errors.ts'

/** Those that the account summary tells. */
export const summaryQuotas = {
  AccessKeysPerUser: 2,
  AssumeRolePolicySize: 2048,
  AttachedPoliciesPerGroup: 10,
  AttachedPoliciesPerRole: 10,
  AttachedPoliciesPerUser: 10,
  GroupPolicySize: 5120,
  Groups: 300,
  GroupsPerUser: 10,
  Policies: 1500,
  PolicySize: 6144,
  RolePolicySize: 10_240,
  Roles: 1000,
  UserPolicySize: 2048,
  Users: 5000,
  VersionsPerPolicy: 5,
} as const

/** AWS's defaults. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const quotas = {
  ...summaryQuotas,
  ClientIdsPerOpenIdConnectProvider: 100,
  OpenIDConnectProviders: 100,
  TagsPerResource: 50,
  ThumbprintsPerOpenIdConnectProvider: 5,
} as const

export type Quota = keyof typeof quotas

/** Throws LimitExceeded when that many would be more than a quota allows. */
export function checkQuota(quota: Quota, wanted: number): void {
  if (wanted > quotas[quota])
    throw new S3Error('LimitExceeded', {
      message: `Cannot exceed quota for ${quota}: ${String(quotas[quota])}`,
    })
}
