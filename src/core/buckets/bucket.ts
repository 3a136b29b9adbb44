import type { Acl } from '../policy/acl.ts'
import type { CorsRule } from './cors.ts'

export interface Bucket {
  readonly id: number
  readonly projectId: string
  readonly namespace: string
  readonly name: string
  readonly region: string
  readonly versioning: Versioning
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly configuration: BucketConfiguration
}

export type NewBucket = Omit<Bucket, 'id'>
type Versioning = 'off' | 'enabled' | 'suspended'

/** The documents that clients put on a bucket, parsed. */
export interface BucketConfiguration {
  readonly acl: Acl
  readonly cors?: readonly CorsRule[]
  /** Whether the client named a region when it created the bucket; GetBucketLocation depends on it for us-east-1. */
  readonly locationConstraint?: string
}
