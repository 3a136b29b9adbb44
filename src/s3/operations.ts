import { abortMultipartUpload } from './operations/abort-multipart-upload.ts'
import { completeMultipartUpload } from './operations/complete-multipart-upload.ts'
import { copyObject } from './operations/copy-object.ts'
import { createBucket } from './operations/create-bucket.ts'
import { createMultipartUpload } from './operations/create-multipart-upload.ts'
import { deleteBucket } from './operations/delete-bucket.ts'
import { deleteBucketAnalyticsConfiguration } from './operations/delete-bucket-analytics-configuration.ts'
import { deleteBucketCors } from './operations/delete-bucket-cors.ts'
import { deleteBucketEncryption } from './operations/delete-bucket-encryption.ts'
import { deleteBucketIntelligentTieringConfiguration } from './operations/delete-bucket-intelligent-tiering-configuration.ts'
import { deleteBucketInventoryConfiguration } from './operations/delete-bucket-inventory-configuration.ts'
import { deleteBucketLifecycle } from './operations/delete-bucket-lifecycle.ts'
import { deleteBucketMetricsConfiguration } from './operations/delete-bucket-metrics-configuration.ts'
import { deleteBucketOwnershipControls } from './operations/delete-bucket-ownership-controls.ts'
import { deleteBucketPolicy } from './operations/delete-bucket-policy.ts'
import { deleteBucketReplication } from './operations/delete-bucket-replication.ts'
import { deleteBucketTagging } from './operations/delete-bucket-tagging.ts'
import { deleteBucketWebsite } from './operations/delete-bucket-website.ts'
import { deleteObject } from './operations/delete-object.ts'
import { deleteObjectAnnotation } from './operations/delete-object-annotation.ts'
import { deleteObjectTagging } from './operations/delete-object-tagging.ts'
import { deleteObjects } from './operations/delete-objects.ts'
import { deletePublicAccessBlock } from './operations/delete-public-access-block.ts'
import { getBucketAbac } from './operations/get-bucket-abac.ts'
import { getBucketAccelerateConfiguration } from './operations/get-bucket-accelerate-configuration.ts'
import { getBucketAcl } from './operations/get-bucket-acl.ts'
import { getBucketAnalyticsConfiguration } from './operations/get-bucket-analytics-configuration.ts'
import { getBucketCors } from './operations/get-bucket-cors.ts'
import { getBucketEncryption } from './operations/get-bucket-encryption.ts'
import { getBucketIntelligentTieringConfiguration } from './operations/get-bucket-intelligent-tiering-configuration.ts'
import { getBucketInventoryConfiguration } from './operations/get-bucket-inventory-configuration.ts'
import { getBucketLifecycleConfiguration } from './operations/get-bucket-lifecycle-configuration.ts'
import { getBucketLocation } from './operations/get-bucket-location.ts'
import { getBucketLogging } from './operations/get-bucket-logging.ts'
import { getBucketMetricsConfiguration } from './operations/get-bucket-metrics-configuration.ts'
import { getBucketNotificationConfiguration } from './operations/get-bucket-notification-configuration.ts'
import { getBucketOwnershipControls } from './operations/get-bucket-ownership-controls.ts'
import { getBucketPolicy } from './operations/get-bucket-policy.ts'
import { getBucketPolicyStatus } from './operations/get-bucket-policy-status.ts'
import { getBucketReplication } from './operations/get-bucket-replication.ts'
import { getBucketRequestPayment } from './operations/get-bucket-request-payment.ts'
import { getBucketTagging } from './operations/get-bucket-tagging.ts'
import { getBucketVersioning } from './operations/get-bucket-versioning.ts'
import { getBucketWebsite } from './operations/get-bucket-website.ts'
import { getObject } from './operations/get-object.ts'
import { getObjectAcl } from './operations/get-object-acl.ts'
import { getObjectAnnotation } from './operations/get-object-annotation.ts'
import { getObjectAttributes } from './operations/get-object-attributes.ts'
import { getObjectLegalHold } from './operations/get-object-legal-hold.ts'
import { getObjectLockConfiguration } from './operations/get-object-lock-configuration.ts'
import { getObjectRetention } from './operations/get-object-retention.ts'
import { getObjectTagging } from './operations/get-object-tagging.ts'
import { getPublicAccessBlock } from './operations/get-public-access-block.ts'
import { headBucket } from './operations/head-bucket.ts'
import { headObject } from './operations/head-object.ts'
import { listBucketAnalyticsConfigurations } from './operations/list-bucket-analytics-configurations.ts'
import { listBucketIntelligentTieringConfigurations } from './operations/list-bucket-intelligent-tiering-configurations.ts'
import { listBucketInventoryConfigurations } from './operations/list-bucket-inventory-configurations.ts'
import { listBucketMetricsConfigurations } from './operations/list-bucket-metrics-configurations.ts'
import { listBuckets } from './operations/list-buckets.ts'
import { listMultipartUploads } from './operations/list-multipart-uploads.ts'
import { listObjectAnnotations } from './operations/list-object-annotations.ts'
import { listObjectVersions } from './operations/list-object-versions.ts'
import { listObjects } from './operations/list-objects.ts'
import { listObjectsV2 } from './operations/list-objects-v2.ts'
import { listParts } from './operations/list-parts.ts'
import { putBucketAbac } from './operations/put-bucket-abac.ts'
import { putBucketAccelerateConfiguration } from './operations/put-bucket-accelerate-configuration.ts'
import { putBucketAcl } from './operations/put-bucket-acl.ts'
import { putBucketAnalyticsConfiguration } from './operations/put-bucket-analytics-configuration.ts'
import { putBucketCors } from './operations/put-bucket-cors.ts'
import { putBucketEncryption } from './operations/put-bucket-encryption.ts'
import { putBucketIntelligentTieringConfiguration } from './operations/put-bucket-intelligent-tiering-configuration.ts'
import { putBucketInventoryConfiguration } from './operations/put-bucket-inventory-configuration.ts'
import { putBucketLifecycleConfiguration } from './operations/put-bucket-lifecycle-configuration.ts'
import { putBucketMetricsConfiguration } from './operations/put-bucket-metrics-configuration.ts'
import { putBucketOwnershipControls } from './operations/put-bucket-ownership-controls.ts'
import { putBucketLogging } from './operations/put-bucket-logging.ts'
import { putBucketNotificationConfiguration } from './operations/put-bucket-notification-configuration.ts'
import { putBucketPolicy } from './operations/put-bucket-policy.ts'
import { putBucketReplication } from './operations/put-bucket-replication.ts'
import { putBucketRequestPayment } from './operations/put-bucket-request-payment.ts'
import { putBucketTagging } from './operations/put-bucket-tagging.ts'
import { putBucketWebsite } from './operations/put-bucket-website.ts'
import { putBucketVersioning } from './operations/put-bucket-versioning.ts'
import { putObject } from './operations/put-object.ts'
import { putObjectAcl } from './operations/put-object-acl.ts'
import { putObjectAnnotation } from './operations/put-object-annotation.ts'
import { putObjectLegalHold } from './operations/put-object-legal-hold.ts'
import { putObjectLockConfiguration } from './operations/put-object-lock-configuration.ts'
import { putObjectRetention } from './operations/put-object-retention.ts'
import { putObjectTagging } from './operations/put-object-tagging.ts'
import { putPublicAccessBlock } from './operations/put-public-access-block.ts'
import { renameObject } from './operations/rename-object.ts'
import { updateObjectEncryption } from './operations/update-object-encryption.ts'
import { restoreObject } from './operations/restore-object.ts'
import { uploadPart } from './operations/upload-part.ts'
import { uploadPartCopy } from './operations/upload-part-copy.ts'
import type { S3Action } from '../core/policy/s3-actions.ts'
import type { Handler, OperationName } from './operation.ts'

/** What the model does not say of an operation. */
export interface OperationRow<Handle = (request: never) => Promise<object>> {
  /** What the caller must be allowed to do with the addressed resource. */
  readonly action: S3Action
  /** The action instead when a version is named. */
  readonly versionAction?: S3Action
  /** Decided for each key by the use case, which answers for each of them. */
  readonly isPerKey?: boolean
  /** It may last: S3 answers 200 and puts an error in the body once it has begun. */
  readonly isLate?: boolean
  /** Absent: answered with 501 NotImplemented. */
  readonly handler?: Handle
}

/** Every operation of the model, so that a missing one is a compile error. */
// prettier-ignore
export const operations = {
  AbortMultipartUpload:                              { action: 's3:AbortMultipartUpload', handler: abortMultipartUpload.handle },
  CompleteMultipartUpload:                           { action: 's3:PutObject', isLate: true, handler: completeMultipartUpload.handle },
  CopyObject:                                        { action: 's3:PutObject', isLate: true, handler: copyObject.handle },
  CreateBucket:                                      { action: 's3:CreateBucket', handler: createBucket.handle },
  CreateBucketMetadataConfiguration:                 { action: 's3:CreateBucketMetadataConfiguration' },
  CreateBucketMetadataTableConfiguration:            { action: 's3:CreateBucketMetadataTableConfiguration' },
  CreateMultipartUpload:                             { action: 's3:PutObject', handler: createMultipartUpload.handle },
  CreateSession:                                     { action: 's3:CreateSession' },
  DeleteBucket:                                      { action: 's3:DeleteBucket', handler: deleteBucket.handle },
  DeleteBucketAnalyticsConfiguration:                { action: 's3:PutAnalyticsConfiguration', handler: deleteBucketAnalyticsConfiguration.handle },
  DeleteBucketCors:                                  { action: 's3:PutBucketCORS', handler: deleteBucketCors.handle },
  DeleteBucketEncryption:                            { action: 's3:PutEncryptionConfiguration', handler: deleteBucketEncryption.handle },
  DeleteBucketIntelligentTieringConfiguration:       { action: 's3:PutIntelligentTieringConfiguration', handler: deleteBucketIntelligentTieringConfiguration.handle },
  DeleteBucketInventoryConfiguration:                { action: 's3:PutInventoryConfiguration', handler: deleteBucketInventoryConfiguration.handle },
  DeleteBucketLifecycle:                             { action: 's3:PutLifecycleConfiguration', handler: deleteBucketLifecycle.handle },
  DeleteBucketMetadataConfiguration:                 { action: 's3:DeleteBucketMetadataConfiguration' },
  DeleteBucketMetadataTableConfiguration:            { action: 's3:DeleteBucketMetadataTableConfiguration' },
  DeleteBucketMetricsConfiguration:                  { action: 's3:PutMetricsConfiguration', handler: deleteBucketMetricsConfiguration.handle },
  DeleteBucketOwnershipControls:                     { action: 's3:PutBucketOwnershipControls', handler: deleteBucketOwnershipControls.handle },
  DeleteBucketPolicy:                                { action: 's3:DeleteBucketPolicy', handler: deleteBucketPolicy.handle },
  DeleteBucketReplication:                           { action: 's3:PutReplicationConfiguration', handler: deleteBucketReplication.handle },
  DeleteBucketTagging:                               { action: 's3:PutBucketTagging', handler: deleteBucketTagging.handle },
  DeleteBucketWebsite:                               { action: 's3:DeleteBucketWebsite', handler: deleteBucketWebsite.handle },
  DeleteObject:                                      { action: 's3:DeleteObject', versionAction: 's3:DeleteObjectVersion', handler: deleteObject.handle },
  DeleteObjectAnnotation:                            { action: 's3:DeleteObjectAnnotation', handler: deleteObjectAnnotation.handle },
  DeleteObjectTagging:                               { action: 's3:DeleteObjectTagging', versionAction: 's3:DeleteObjectVersionTagging', handler: deleteObjectTagging.handle },
  DeleteObjects:                                     { action: 's3:DeleteObject', versionAction: 's3:DeleteObjectVersion', isPerKey: true, handler: deleteObjects.handle },
  DeletePublicAccessBlock:                           { action: 's3:PutBucketPublicAccessBlock', handler: deletePublicAccessBlock.handle },
  GetBucketAbac:                                     { action: 's3:GetBucketAbac', handler: getBucketAbac.handle },
  GetBucketAccelerateConfiguration:                  { action: 's3:GetAccelerateConfiguration', handler: getBucketAccelerateConfiguration.handle },
  GetBucketAcl:                                      { action: 's3:GetBucketAcl', handler: getBucketAcl.handle },
  GetBucketAnalyticsConfiguration:                   { action: 's3:GetAnalyticsConfiguration', handler: getBucketAnalyticsConfiguration.handle },
  GetBucketCors:                                     { action: 's3:GetBucketCORS', handler: getBucketCors.handle },
  GetBucketEncryption:                               { action: 's3:GetEncryptionConfiguration', handler: getBucketEncryption.handle },
  GetBucketIntelligentTieringConfiguration:          { action: 's3:GetIntelligentTieringConfiguration', handler: getBucketIntelligentTieringConfiguration.handle },
  GetBucketInventoryConfiguration:                   { action: 's3:GetInventoryConfiguration', handler: getBucketInventoryConfiguration.handle },
  GetBucketLifecycleConfiguration:                   { action: 's3:GetLifecycleConfiguration', handler: getBucketLifecycleConfiguration.handle },
  GetBucketLocation:                                 { action: 's3:GetBucketLocation', handler: getBucketLocation.handle },
  GetBucketLogging:                                  { action: 's3:GetBucketLogging', handler: getBucketLogging.handle },
  GetBucketMetadataConfiguration:                    { action: 's3:GetBucketMetadataConfiguration' },
  GetBucketMetadataTableConfiguration:               { action: 's3:GetBucketMetadataTableConfiguration' },
  GetBucketMetricsConfiguration:                     { action: 's3:GetMetricsConfiguration', handler: getBucketMetricsConfiguration.handle },
  GetBucketNotificationConfiguration:                { action: 's3:GetBucketNotification', handler: getBucketNotificationConfiguration.handle },
  GetBucketOwnershipControls:                        { action: 's3:GetBucketOwnershipControls', handler: getBucketOwnershipControls.handle },
  GetBucketPolicy:                                   { action: 's3:GetBucketPolicy', handler: getBucketPolicy.handle },
  GetBucketPolicyStatus:                             { action: 's3:GetBucketPolicyStatus', handler: getBucketPolicyStatus.handle },
  GetBucketReplication:                              { action: 's3:GetReplicationConfiguration', handler: getBucketReplication.handle },
  GetBucketRequestPayment:                           { action: 's3:GetBucketRequestPayment', handler: getBucketRequestPayment.handle },
  GetBucketTagging:                                  { action: 's3:GetBucketTagging', handler: getBucketTagging.handle },
  GetBucketVersioning:                               { action: 's3:GetBucketVersioning', handler: getBucketVersioning.handle },
  GetBucketWebsite:                                  { action: 's3:GetBucketWebsite', handler: getBucketWebsite.handle },
  GetObject:                                         { action: 's3:GetObject', versionAction: 's3:GetObjectVersion', handler: getObject.handle },
  GetObjectAcl:                                      { action: 's3:GetObjectAcl', versionAction: 's3:GetObjectVersionAcl', handler: getObjectAcl.handle },
  GetObjectAnnotation:                               { action: 's3:GetObjectAnnotation', handler: getObjectAnnotation.handle },
  GetObjectAttributes:                               { action: 's3:GetObjectAttributes', versionAction: 's3:GetObjectVersionAttributes', handler: getObjectAttributes.handle },
  GetObjectLegalHold:                                { action: 's3:GetObjectLegalHold', handler: getObjectLegalHold.handle },
  GetObjectLockConfiguration:                        { action: 's3:GetBucketObjectLockConfiguration', handler: getObjectLockConfiguration.handle },
  GetObjectRetention:                                { action: 's3:GetObjectRetention', handler: getObjectRetention.handle },
  GetObjectTagging:                                  { action: 's3:GetObjectTagging', versionAction: 's3:GetObjectVersionTagging', handler: getObjectTagging.handle },
  GetObjectTorrent:                                  { action: 's3:GetObjectTorrent' },
  GetPublicAccessBlock:                              { action: 's3:GetBucketPublicAccessBlock', handler: getPublicAccessBlock.handle },
  HeadBucket:                                        { action: 's3:ListBucket', handler: headBucket.handle },
  HeadObject:                                        { action: 's3:GetObject', versionAction: 's3:GetObjectVersion', handler: headObject.handle },
  ListBucketAnalyticsConfigurations:                 { action: 's3:GetAnalyticsConfiguration', handler: listBucketAnalyticsConfigurations.handle },
  ListBucketIntelligentTieringConfigurations:        { action: 's3:GetIntelligentTieringConfiguration', handler: listBucketIntelligentTieringConfigurations.handle },
  ListBucketInventoryConfigurations:                 { action: 's3:GetInventoryConfiguration', handler: listBucketInventoryConfigurations.handle },
  ListBucketMetricsConfigurations:                   { action: 's3:GetMetricsConfiguration', handler: listBucketMetricsConfigurations.handle },
  ListBuckets:                                       { action: 's3:ListAllMyBuckets', handler: listBuckets.handle },
  ListDirectoryBuckets:                              { action: 's3:ListAllMyDirectoryBuckets' },
  ListMultipartUploads:                              { action: 's3:ListBucketMultipartUploads', handler: listMultipartUploads.handle },
  ListObjectAnnotations:                             { action: 's3:ListObjectAnnotations', handler: listObjectAnnotations.handle },
  ListObjectVersions:                                { action: 's3:ListBucketVersions', handler: listObjectVersions.handle },
  ListObjects:                                       { action: 's3:ListBucket', handler: listObjects.handle },
  ListObjectsV2:                                     { action: 's3:ListBucket', handler: listObjectsV2.handle },
  ListParts:                                         { action: 's3:ListMultipartUploadParts', handler: listParts.handle },
  PutBucketAbac:                                     { action: 's3:PutBucketAbac', handler: putBucketAbac.handle },
  PutBucketAccelerateConfiguration:                  { action: 's3:PutAccelerateConfiguration', handler: putBucketAccelerateConfiguration.handle },
  PutBucketAcl:                                      { action: 's3:PutBucketAcl', handler: putBucketAcl.handle },
  PutBucketAnalyticsConfiguration:                   { action: 's3:PutAnalyticsConfiguration', handler: putBucketAnalyticsConfiguration.handle },
  PutBucketCors:                                     { action: 's3:PutBucketCORS', handler: putBucketCors.handle },
  PutBucketEncryption:                               { action: 's3:PutEncryptionConfiguration', handler: putBucketEncryption.handle },
  PutBucketIntelligentTieringConfiguration:          { action: 's3:PutIntelligentTieringConfiguration', handler: putBucketIntelligentTieringConfiguration.handle },
  PutBucketInventoryConfiguration:                   { action: 's3:PutInventoryConfiguration', handler: putBucketInventoryConfiguration.handle },
  PutBucketLifecycleConfiguration:                   { action: 's3:PutLifecycleConfiguration', handler: putBucketLifecycleConfiguration.handle },
  PutBucketLogging:                                  { action: 's3:PutBucketLogging', handler: putBucketLogging.handle },
  PutBucketMetricsConfiguration:                     { action: 's3:PutMetricsConfiguration', handler: putBucketMetricsConfiguration.handle },
  PutBucketNotificationConfiguration:                { action: 's3:PutBucketNotification', handler: putBucketNotificationConfiguration.handle },
  PutBucketOwnershipControls:                        { action: 's3:PutBucketOwnershipControls', handler: putBucketOwnershipControls.handle },
  PutBucketPolicy:                                   { action: 's3:PutBucketPolicy', handler: putBucketPolicy.handle },
  PutBucketReplication:                              { action: 's3:PutReplicationConfiguration', handler: putBucketReplication.handle },
  PutBucketRequestPayment:                           { action: 's3:PutBucketRequestPayment', handler: putBucketRequestPayment.handle },
  PutBucketTagging:                                  { action: 's3:PutBucketTagging', handler: putBucketTagging.handle },
  PutBucketVersioning:                               { action: 's3:PutBucketVersioning', handler: putBucketVersioning.handle },
  PutBucketWebsite:                                  { action: 's3:PutBucketWebsite', handler: putBucketWebsite.handle },
  PutObject:                                         { action: 's3:PutObject', handler: putObject.handle },
  PutObjectAcl:                                      { action: 's3:PutObjectAcl', versionAction: 's3:PutObjectVersionAcl', handler: putObjectAcl.handle },
  PutObjectAnnotation:                               { action: 's3:PutObjectAnnotation', handler: putObjectAnnotation.handle },
  PutObjectLegalHold:                                { action: 's3:PutObjectLegalHold', handler: putObjectLegalHold.handle },
  PutObjectLockConfiguration:                        { action: 's3:PutBucketObjectLockConfiguration', handler: putObjectLockConfiguration.handle },
  PutObjectRetention:                                { action: 's3:PutObjectRetention', handler: putObjectRetention.handle },
  PutObjectTagging:                                  { action: 's3:PutObjectTagging', versionAction: 's3:PutObjectVersionTagging', handler: putObjectTagging.handle },
  PutPublicAccessBlock:                              { action: 's3:PutBucketPublicAccessBlock', handler: putPublicAccessBlock.handle },
  RenameObject:                                      { action: 's3:PutObject', handler: renameObject.handle },
  RestoreObject:                                     { action: 's3:RestoreObject', handler: restoreObject.handle },
  SelectObjectContent:                               { action: 's3:SelectObjectContent' },
  UpdateBucketMetadataAnnotationTableConfiguration:  { action: 's3:UpdateBucketMetadataAnnotationTableConfiguration' },
  UpdateBucketMetadataInventoryTableConfiguration:   { action: 's3:UpdateBucketMetadataInventoryTableConfiguration' },
  UpdateBucketMetadataJournalTableConfiguration:     { action: 's3:UpdateBucketMetadataJournalTableConfiguration' },
  UpdateObjectEncryption:                            { action: 's3:UpdateObjectEncryption', handler: updateObjectEncryption.handle },
  UploadPart:                                        { action: 's3:PutObject', handler: uploadPart.handle },
  UploadPartCopy:                                    { action: 's3:PutObject', isLate: true, handler: uploadPartCopy.handle },
  WriteGetObjectResponse:                            { action: 's3:WriteGetObjectResponse' },
} satisfies { readonly [Name in OperationName]: OperationRow<Handler<Name>> }
