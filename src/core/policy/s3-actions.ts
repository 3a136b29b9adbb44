/**
 * The actions of S3's vocabulary, by the kind of resource that they are about.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */

/** Decided for good once the row of the object has been read (`getVersion`, `changeAttributes`): its ACL, owner and tags have a say. */
const storedObjectActions = [
  's3:DeleteObjectAnnotation',
  's3:DeleteObjectTagging',
  's3:DeleteObjectVersionTagging',
  's3:GetObject',
  's3:GetObjectAcl',
  's3:GetObjectAnnotation',
  's3:GetObjectAttributes',
  's3:GetObjectLegalHold',
  's3:GetObjectRetention',
  's3:GetObjectTagging',
  's3:GetObjectVersion',
  's3:GetObjectVersionAcl',
  's3:GetObjectVersionAttributes',
  's3:GetObjectVersionTagging',
  's3:ListObjectAnnotations',
  's3:PutObjectAcl',
  's3:PutObjectAnnotation',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutObjectTagging',
  's3:PutObjectVersionAcl',
  's3:PutObjectVersionTagging',
] as const

const otherObjectActions = [
  's3:AbortMultipartUpload',
  's3:BypassGovernanceRetention',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:GetObjectTorrent',
  's3:GetObjectVersionForReplication',
  's3:GetObjectVersionTorrent',
  's3:InitiateReplication',
  's3:ListMultipartUploadParts',
  's3:ObjectOwnerOverrideToBucketOwner',
  's3:PutObject',
  's3:RenameObject',
  's3:ReplicateDelete',
  's3:ReplicateObject',
  's3:ReplicateTags',
  's3:RestoreObject',
  's3:SelectObjectContent',
  's3:UpdateObjectEncryption',
  's3:WriteGetObjectResponse',
] as const

const bucketActions = [
  's3:CreateBucket',
  's3:CreateBucketMetadataConfiguration',
  's3:CreateBucketMetadataTableConfiguration',
  's3:CreateSession',
  's3:DeleteBucket',
  's3:DeleteBucketMetadataConfiguration',
  's3:DeleteBucketMetadataTableConfiguration',
  's3:DeleteBucketPolicy',
  's3:DeleteBucketWebsite',
  's3:GetAccelerateConfiguration',
  's3:GetAnalyticsConfiguration',
  's3:GetBucketAbac',
  's3:GetBucketAcl',
  's3:GetBucketCORS',
  's3:GetBucketLocation',
  's3:GetBucketLogging',
  's3:GetBucketMetadataConfiguration',
  's3:GetBucketMetadataTableConfiguration',
  's3:GetBucketNotification',
  's3:GetBucketObjectLockConfiguration',
  's3:GetBucketOwnershipControls',
  's3:GetBucketPolicy',
  's3:GetBucketPolicyStatus',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketRequestPayment',
  's3:GetBucketTagging',
  's3:GetBucketVersioning',
  's3:GetBucketWebsite',
  's3:GetEncryptionConfiguration',
  's3:GetIntelligentTieringConfiguration',
  's3:GetInventoryConfiguration',
  's3:GetLifecycleConfiguration',
  's3:GetMetricsConfiguration',
  's3:GetReplicationConfiguration',
  's3:ListBucket',
  's3:ListBucketMultipartUploads',
  's3:ListBucketVersions',
  's3:ListTagsForResource',
  's3:PutAccelerateConfiguration',
  's3:PutAnalyticsConfiguration',
  's3:PutBucketAbac',
  's3:PutBucketAcl',
  's3:PutBucketCORS',
  's3:PutBucketLogging',
  's3:PutBucketNotification',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketRequestPayment',
  's3:PutBucketTagging',
  's3:PutBucketVersioning',
  's3:PutBucketWebsite',
  's3:PutEncryptionConfiguration',
  's3:PutIntelligentTieringConfiguration',
  's3:PutInventoryConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutMetricsConfiguration',
  's3:PutReplicationConfiguration',
  's3:TagResource',
  's3:UntagResource',
  's3:UpdateBucketMetadataAnnotationTableConfiguration',
  's3:UpdateBucketMetadataInventoryTableConfiguration',
  's3:UpdateBucketMetadataJournalTableConfiguration',
] as const

const accountActions = ['s3:ListAllMyBuckets', 's3:ListAllMyDirectoryBuckets'] as const

type StoredObjectAction = (typeof storedObjectActions)[number]
type ObjectAction = StoredObjectAction | (typeof otherObjectActions)[number]
export type S3Action = ObjectAction | (typeof bucketActions)[number] | (typeof accountActions)[number]

export type ActionLevel = 'account' | 'bucket' | 'object'

/** The vocabulary, and what kind of resource each action is about. */
export const actionLevels: ReadonlyMap<S3Action, ActionLevel> = new Map<S3Action, ActionLevel>([
  ...[...storedObjectActions, ...otherObjectActions].map((action) => [action, 'object'] as const),
  ...bucketActions.map((action) => [action, 'bucket'] as const),
  ...accountActions.map((action) => [action, 'account'] as const),
])

/** The action of its own that S3 has for an object's versions, such as `s3:GetObjectVersion`; where there is none, the action itself. */
export function actionOnVersion(action: S3Action): S3Action {
  const name = action.replace('Object', 'ObjectVersion')
  return isAction(name) ? name : action
}

export const isAction = (name: string): name is S3Action => actionLevels.has(name as S3Action)

const stored: ReadonlySet<S3Action> = new Set(storedObjectActions)

/** Whether the last word on an action is spoken where the object's row is read. */
export const isDecidedOnObject = (action: S3Action): boolean => stored.has(action)
