import type * as sdk from '@aws-sdk/client-s3'
import type { InJson } from './in-json.ts'

type LifecycleDocument = sdk.BucketLifecycleConfiguration &
  Pick<sdk.PutBucketLifecycleConfigurationRequest, 'TransitionDefaultMinimumObjectSize'>

/** With `SkipDestinationValidation: true` nothing is sent to try the targets. */
type NotificationDocument = sdk.NotificationConfiguration &
  Pick<sdk.PutBucketNotificationConfigurationRequest, 'SkipDestinationValidation'>

/** To be put in place of grants: `{ "ACL": "private" }`. */
type CannedAcl = Required<Pick<sdk.PutBucketAclRequest, 'ACL'>>

/** What the settings of a bucket are in JSON: S3's own documents. */
export interface SettingDocuments {
  readonly versioning: InJson<sdk.VersioningConfiguration>
  readonly objectLock: InJson<sdk.ObjectLockConfiguration>
  readonly lifecycle: InJson<LifecycleDocument>
  readonly cors: InJson<sdk.CORSConfiguration>
  /** The policy itself, not its text. */
  readonly policy: Readonly<Record<string, unknown>>
  readonly encryption: InJson<sdk.ServerSideEncryptionConfiguration>
  readonly tags: InJson<sdk.Tagging>
  readonly publicAccessBlock: InJson<sdk.PublicAccessBlockConfiguration>
  readonly ownership: InJson<sdk.OwnershipControls>
  readonly acl: InJson<sdk.AccessControlPolicy> | CannedAcl
  readonly notifications: InJson<NotificationDocument>
  readonly replication: InJson<sdk.ReplicationConfiguration>
  readonly website: InJson<sdk.WebsiteConfiguration>
  readonly logging: InJson<sdk.BucketLoggingStatus>
  readonly requestPayment: InJson<sdk.RequestPaymentConfiguration>
  readonly acceleration: InJson<sdk.AccelerateConfiguration>
  readonly abac: InJson<sdk.AbacStatus>
  readonly metrics: { readonly MetricsConfigurationList: InJson<sdk.MetricsConfiguration>[] }
  readonly inventory: { readonly InventoryConfigurationList: InJson<sdk.InventoryConfiguration>[] }
  readonly analytics: { readonly AnalyticsConfigurationList: InJson<sdk.AnalyticsConfiguration>[] }
  readonly tiering: {
    readonly IntelligentTieringConfigurationList: InJson<sdk.IntelligentTieringConfiguration>[]
  }
}
