import type { operations } from '../s3/operations.ts'
import type { JsonObject } from './aws-operations.ts'
import type { SettingName } from './contract/bucket-settings.ts'

type OperationName = keyof typeof operations

/** By which operations of S3 a setting is read and changed. */
export type SettingOperations = DocumentOperations | ListOperations

/** A document of which a bucket has one or none. */
interface DocumentOperations {
  readonly kind: 'document' | 'text'
  readonly get: OperationName
  /** The member of its output that is the document; absent: the output is. */
  readonly gives?: string
  readonly put: OperationName
  /** The member of its input that is the document. */
  readonly takes: string
  /** Members of the document that stand beside it in the input. */
  readonly beside?: readonly string[]
  /** Takes it away: an operation, or a document that says nothing. Absent: it cannot be taken away. */
  readonly remove?: OperationName | JsonObject
}

/** Documents with ids, of which a bucket can have many. */
export interface ListOperations {
  readonly kind: 'list'
  readonly list: OperationName
  /** The member of its output, and of the setting. */
  readonly gives: string
  readonly put: OperationName
  readonly takes: string
  readonly remove: OperationName
}

// prettier-ignore
export const settingOperations: Readonly<Record<SettingName, SettingOperations>> = {
  versioning:        { kind: 'document', get: 'GetBucketVersioning', put: 'PutBucketVersioning', takes: 'VersioningConfiguration' },
  objectLock:        { kind: 'document', get: 'GetObjectLockConfiguration', gives: 'ObjectLockConfiguration', put: 'PutObjectLockConfiguration', takes: 'ObjectLockConfiguration' },
  lifecycle:         { kind: 'document', get: 'GetBucketLifecycleConfiguration', put: 'PutBucketLifecycleConfiguration', takes: 'LifecycleConfiguration', beside: ['TransitionDefaultMinimumObjectSize'], remove: 'DeleteBucketLifecycle' },
  cors:              { kind: 'document', get: 'GetBucketCors', put: 'PutBucketCors', takes: 'CORSConfiguration', remove: 'DeleteBucketCors' },
  policy:            { kind: 'text', get: 'GetBucketPolicy', gives: 'Policy', put: 'PutBucketPolicy', takes: 'Policy', remove: 'DeleteBucketPolicy' },
  encryption:        { kind: 'document', get: 'GetBucketEncryption', gives: 'ServerSideEncryptionConfiguration', put: 'PutBucketEncryption', takes: 'ServerSideEncryptionConfiguration', remove: 'DeleteBucketEncryption' },
  tags:              { kind: 'document', get: 'GetBucketTagging', put: 'PutBucketTagging', takes: 'Tagging', remove: 'DeleteBucketTagging' },
  publicAccessBlock: { kind: 'document', get: 'GetPublicAccessBlock', gives: 'PublicAccessBlockConfiguration', put: 'PutPublicAccessBlock', takes: 'PublicAccessBlockConfiguration', remove: 'DeletePublicAccessBlock' },
  ownership:         { kind: 'document', get: 'GetBucketOwnershipControls', gives: 'OwnershipControls', put: 'PutBucketOwnershipControls', takes: 'OwnershipControls', remove: 'DeleteBucketOwnershipControls' },
  acl:               { kind: 'document', get: 'GetBucketAcl', put: 'PutBucketAcl', takes: 'AccessControlPolicy', beside: ['ACL'], remove: { ACL: 'private' } },
  notifications:     { kind: 'document', get: 'GetBucketNotificationConfiguration', put: 'PutBucketNotificationConfiguration', takes: 'NotificationConfiguration', beside: ['SkipDestinationValidation'], remove: {} },
  replication:       { kind: 'document', get: 'GetBucketReplication', gives: 'ReplicationConfiguration', put: 'PutBucketReplication', takes: 'ReplicationConfiguration', remove: 'DeleteBucketReplication' },
  website:           { kind: 'document', get: 'GetBucketWebsite', put: 'PutBucketWebsite', takes: 'WebsiteConfiguration', remove: 'DeleteBucketWebsite' },
  logging:           { kind: 'document', get: 'GetBucketLogging', put: 'PutBucketLogging', takes: 'BucketLoggingStatus', remove: {} },
  requestPayment:    { kind: 'document', get: 'GetBucketRequestPayment', put: 'PutBucketRequestPayment', takes: 'RequestPaymentConfiguration', remove: { Payer: 'BucketOwner' } },
  acceleration:      { kind: 'document', get: 'GetBucketAccelerateConfiguration', put: 'PutBucketAccelerateConfiguration', takes: 'AccelerateConfiguration', remove: { Status: 'Suspended' } },
  abac:              { kind: 'document', get: 'GetBucketAbac', gives: 'AbacStatus', put: 'PutBucketAbac', takes: 'AbacStatus', remove: { Status: 'Disabled' } },
  metrics:           { kind: 'list', list: 'ListBucketMetricsConfigurations', gives: 'MetricsConfigurationList', put: 'PutBucketMetricsConfiguration', takes: 'MetricsConfiguration', remove: 'DeleteBucketMetricsConfiguration' },
  inventory:         { kind: 'list', list: 'ListBucketInventoryConfigurations', gives: 'InventoryConfigurationList', put: 'PutBucketInventoryConfiguration', takes: 'InventoryConfiguration', remove: 'DeleteBucketInventoryConfiguration' },
  analytics:         { kind: 'list', list: 'ListBucketAnalyticsConfigurations', gives: 'AnalyticsConfigurationList', put: 'PutBucketAnalyticsConfiguration', takes: 'AnalyticsConfiguration', remove: 'DeleteBucketAnalyticsConfiguration' },
  tiering:           { kind: 'list', list: 'ListBucketIntelligentTieringConfigurations', gives: 'IntelligentTieringConfigurationList', put: 'PutBucketIntelligentTieringConfiguration', takes: 'IntelligentTieringConfiguration', remove: 'DeleteBucketIntelligentTieringConfiguration' },
}
