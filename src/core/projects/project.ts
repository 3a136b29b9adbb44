import type { ProjectQuota } from '../usage/quota.ts'
import type { Rates } from '../usage/rates.ts'

/** What AWS calls an account: the owner of buckets, keys and usage. */
export interface Project {
  readonly id: string
  readonly name: string
  /** 64 hexadecimal digits, the account's canonical user id in ACLs. */
  readonly canonicalId: string
  readonly email: string | undefined
  /** '' is the namespace of bucket names that all ordinary projects share; otherwise the project's own. */
  readonly namespace: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Absent: active. Otherwise every request in its name, and to its buckets, is refused. */
  readonly state?: 'suspended' | 'deleting'
  readonly quota?: ProjectQuota
  /** Of all requests in its name together. */
  readonly rates?: Rates
}
