import type { ProjectQuota, Quota } from '../core/usage/quota.ts'
import type { Rates } from '../core/usage/rates.ts'

/** Null where there is no bound. */
export const quotaOutput = ({ bytes, objects }: Quota = {}) => ({
  bytes: bytes ?? null,
  objects: objects ?? null,
})

export const projectQuotaOutput = (quota: ProjectQuota = {}) => ({
  ...quotaOutput(quota),
  buckets: quota.buckets ?? null,
  objectBytes: quota.objectBytes ?? null,
})

export const ratesOutput = ({ requestsPerSecond, bytesPerSecond }: Rates = {}) => ({
  requestsPerSecond: requestsPerSecond ?? null,
  bytesPerSecond: bytesPerSecond ?? null,
})
