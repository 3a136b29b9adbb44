import type { Acl } from '../policy/acl.ts'
import type { ObjectOwnership } from './object-ownership.ts'
import type { PublicAccessBlock } from './public-access-block.ts'
import type { AnalyticsConfiguration } from './analytics.ts'
import type { BucketEncryption } from './encryption.ts'
import type { Delivery } from './delivery.ts'
import type { CorsRule } from './cors.ts'
import type { ObjectLockConfiguration } from './object-lock-configuration.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { IntelligentTieringConfiguration } from './intelligent-tiering.ts'
import type { InventoryConfiguration } from './inventory.ts'
import type { MetricsConfiguration } from './metrics.ts'
import type { BucketLogging } from './logging.ts'
import type { NotificationConfiguration } from './notifications.ts'
import type { ReplicationConfiguration } from './replication.ts'
import type { Tags } from '../objects/object-version.ts'
import type { Website } from './website.ts'
import type { Project } from '../projects/project.ts'
import type { Quota } from '../usage/quota.ts'

export interface Bucket {
  readonly id: number
  readonly projectId: string
  readonly namespace: string
  readonly name: string
  readonly region: string
  /** Once it has been enabled it is never `off` again. */
  readonly versioning: Versioning
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly configuration: BucketConfiguration
  readonly quota?: Quota
  /** What its project says of it beside; absent for most. */
  readonly account?: Pick<Project, 'state' | 'quota' | 'rates'>
}

export type NewBucket = Omit<Bucket, 'id' | 'quota' | 'account'>
export type Versioning = 'off' | 'enabled' | 'suspended'

/** Who is charged for requests and downloads. https://docs.aws.amazon.com/AmazonS3/latest/userguide/RequesterPaysBuckets.html */
export type Payer = 'BucketOwner' | 'Requester'

export type Acceleration = 'Enabled' | 'Suspended'

/** Whether policies may look at the bucket's tags. https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging-enable-abac.html */
export type AbacStatus = 'Enabled' | 'Disabled'

/** The documents that clients put on a bucket, parsed. */
export interface BucketConfiguration {
  /** Set once object lock is enabled, and then for good. */
  readonly objectLock?: ObjectLockConfiguration
  readonly acl: Acl
  /** Word for word; see bucketPolicyOf. */
  readonly policy?: string
  readonly publicAccessBlock?: PublicAccessBlock
  /** Absent: ObjectWriter. */
  readonly objectOwnership?: ObjectOwnership
  readonly cors?: readonly CorsRule[]
  readonly delivery?: Delivery
  readonly lifecycle?: Lifecycle
  readonly encryption?: BucketEncryption
  readonly tags?: Tags
  readonly website?: Website
  /** Absent: the owner. */
  readonly payer?: Payer
  readonly acceleration?: Acceleration
  readonly abac?: AbacStatus
  readonly logging?: BucketLogging
  readonly notifications?: NotificationConfiguration
  readonly replication?: ReplicationConfiguration
  /** These four in the order of their ids. */
  readonly analytics?: readonly AnalyticsConfiguration[]
  readonly intelligentTiering?: readonly IntelligentTieringConfiguration[]
  readonly inventory?: readonly InventoryConfiguration[]
  readonly metrics?: readonly MetricsConfiguration[]
  /** Whether the client named a region when it created the bucket; GetBucketLocation depends on it for us-east-1. */
  readonly locationConstraint?: string
  /** Present while the bucket is being deleted with everything in it. */
  readonly deletion?: BucketDeletion
}

export interface BucketDeletion {
  /** Versions that have gone so far, and their bytes. */
  readonly objects: number
  readonly bytes: number
  /** Why something is left that cannot go yet. */
  readonly problem?: string
}
