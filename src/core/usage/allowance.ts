import { S3Error, type ErrorDetail } from '../errors.ts'
import type { ProjectQuota } from './quota.ts'
import type { Usage } from './usage.ts'

/** A quota, and what there is under it already. */
export interface Allowance {
  /** Whose it is; those of one name share what is left. */
  readonly of: `bucket:${string}` | `project:${string}`
  readonly quota: ProjectQuota
  readonly usage: Usage
}

/** What a write adds; below 0: what it frees. */
export interface Growth {
  readonly objects: number
  readonly bytes: number
}

/** Which bound a growth would pass; undefined when it fits. What adds nothing always fits, so that one can come back below a bound. */
export function exceededBy(
  { quota, usage }: Pick<Allowance, 'quota' | 'usage'>,
  growth: Growth,
): 'objects' | 'bytes' | undefined {
  const { objects = Infinity, bytes = Infinity } = quota
  if (growth.objects > 0 && usage.objects + growth.objects > objects) return 'objects'
  if (growth.bytes > 0 && usage.bytes + usage.partBytes + growth.bytes > bytes) return 'bytes'
  return undefined
}

/** What a client is told; see docs/decisions/023-quotas.md. */
export const quotaRefusal = (
  { of, quota }: Pick<Allowance, 'of' | 'quota'>,
  bound: 'objects' | 'bytes',
): { readonly code: 'QuotaExceeded'; readonly message: string; readonly detail: ErrorDetail } => ({
  code: 'QuotaExceeded',
  message: `The quota of the ${of.startsWith('bucket:') ? 'bucket' : 'project'} is used up.`,
  detail: { Quota: bound, Maximum: quota[bound] ?? 0 },
})

/** Throws QuotaExceeded unless a growth fits under all. */
export function requireRoom(allowances: readonly Allowance[], growth: Growth): void {
  for (const allowance of allowances) {
    const bound = exceededBy(allowance, growth)
    if (!bound) continue
    const { code, ...options } = quotaRefusal(allowance, bound)
    throw new S3Error(code, options)
  }
}

/** Throws QuotaExceeded when more is held than is allowed: for what has been added already, in a transaction that can take it back. */
export const requireWithin = (allowances: readonly Allowance[]): void => {
  for (const { usage, quota, of } of allowances) {
    if (usage.bytes + usage.partBytes <= (quota.bytes ?? Infinity)) continue
    const { code, ...options } = quotaRefusal({ of, quota }, 'bytes')
    throw new S3Error(code, options)
  }
}
