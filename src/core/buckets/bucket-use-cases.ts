import { checkAnalytics } from './analytics.ts'
import { getAbac, putAbac } from './bucket-abac.ts'
import { getAcceleration, putAcceleration } from './bucket-acceleration.ts'
import { getBucketAcl, putBucketAcl } from './bucket-acl.ts'
import { deleteBucketCors, getBucketCors, putBucketCors } from './bucket-cors.ts'
import { getDelivery, putDelivery } from './bucket-delivery.ts'
import { deleteBucketEncryption, getBucketEncryption, putBucketEncryption } from './bucket-encryption.ts'
import { deleteBucketLifecycle, getBucketLifecycle, putBucketLifecycle } from './bucket-lifecycle.ts'
import { getBucketLogging, putBucketLogging } from './bucket-logging.ts'
import { getBucketNotifications, putBucketNotifications } from './bucket-notifications.ts'
import { getObjectLockConfiguration, putObjectLockConfiguration } from './bucket-object-lock.ts'
import {
  deleteOwnershipControls,
  getOwnershipControls,
  putOwnershipControls,
} from './bucket-ownership-controls.ts'
import {
  deleteBucketPolicy,
  getBucketPolicy,
  getBucketPolicyStatus,
  putBucketPolicy,
} from './bucket-policy.ts'
import {
  deletePublicAccessBlock,
  getPublicAccessBlock,
  putPublicAccessBlock,
} from './bucket-public-access-block.ts'
import { deleteBucketReplication, getBucketReplication, putBucketReplication } from './bucket-replication.ts'
import { getRequestPayment, putRequestPayment } from './bucket-request-payment.ts'
import { deleteBucketTags, getBucketTags, putBucketTags } from './bucket-tags.ts'
import { beginBucketDeletion, runBucketDeletions } from './bucket-deletion.ts'
import { setBucketVisibility } from './bucket-visibility.ts'
import { putBucketVersioning } from './bucket-versioning.ts'
import { deleteBucketWebsite, getBucketWebsite, putBucketWebsite } from './bucket-website.ts'
import { createBucket } from './create-bucket.ts'
import { deleteBucket } from './delete-bucket.ts'
import { getBucket } from './get-bucket.ts'
import { checkIntelligentTiering } from './intelligent-tiering.ts'
import { checkInventory } from './inventory.ts'
import { listBuckets } from './list-buckets.ts'
import { listBucketsWithUsage } from './list-with-usage.ts'
import { checkMetrics } from './metrics.ts'
import { namedConfigurations } from './named-configurations.ts'
import { reportInventories } from '../inventory/report-inventories.ts'
import { changeBucketQuota } from '../usage/bucket-quota.ts'
import type { Bucket } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** What can be done with buckets and the documents on them. */
export const bucketUseCases = (parts: Parts) => ({
  create: createBucket(parts),
  get: (caller: Caller, name: string) => getBucket(parts, caller, name),
  delete: deleteBucket(parts),
  beginDeletion: beginBucketDeletion(parts),
  runDeletions: runBucketDeletions(parts),
  getAcl: getBucketAcl(parts),
  putAcl: putBucketAcl(parts),
  getPolicy: getBucketPolicy(parts),
  getPolicyStatus: getBucketPolicyStatus(parts),
  putPolicy: putBucketPolicy(parts),
  deletePolicy: deleteBucketPolicy(parts),
  setVisibility: setBucketVisibility(parts),
  getPublicAccessBlock: getPublicAccessBlock(parts),
  putPublicAccessBlock: putPublicAccessBlock(parts),
  deletePublicAccessBlock: deletePublicAccessBlock(parts),
  getOwnershipControls: getOwnershipControls(parts),
  putOwnershipControls: putOwnershipControls(parts),
  deleteOwnershipControls: deleteOwnershipControls(parts),
  getCors: getBucketCors(parts),
  putCors: putBucketCors(parts),
  putVersioning: putBucketVersioning(parts),
  getObjectLock: getObjectLockConfiguration(parts),
  putObjectLock: putObjectLockConfiguration(parts),
  deleteCors: deleteBucketCors(parts),
  getDelivery: getDelivery(parts),
  putDelivery: putDelivery(parts),
  getEncryption: getBucketEncryption(parts),
  putEncryption: putBucketEncryption(parts),
  deleteEncryption: deleteBucketEncryption(parts),
  getLifecycle: getBucketLifecycle(parts),
  putLifecycle: putBucketLifecycle(parts),
  deleteLifecycle: deleteBucketLifecycle(parts),
  getReplication: getBucketReplication(parts),
  putReplication: putBucketReplication(parts),
  deleteReplication: deleteBucketReplication(parts),
  getLogging: getBucketLogging(parts),
  putLogging: putBucketLogging(parts),
  getNotifications: getBucketNotifications(parts),
  putNotifications: putBucketNotifications(parts),
  getTags: getBucketTags(parts),
  putTags: putBucketTags(parts),
  deleteTags: deleteBucketTags(parts),
  getWebsite: getBucketWebsite(parts),
  putWebsite: putBucketWebsite(parts),
  deleteWebsite: deleteBucketWebsite(parts),
  getRequestPayment: getRequestPayment(parts),
  putRequestPayment: putRequestPayment(parts),
  getAcceleration: getAcceleration(parts),
  putAcceleration: putAcceleration(parts),
  getAbac: getAbac(parts),
  putAbac: putAbac(parts),
  analytics: namedConfigurations(parts, 'analytics', checkAnalytics),
  intelligentTiering: namedConfigurations(parts, 'intelligentTiering', checkIntelligentTiering),
  inventory: namedConfigurations(parts, 'inventory', checkInventory),
  reportInventories: reportInventories(parts),
  metrics: namedConfigurations(parts, 'metrics', checkMetrics),
  list: listBuckets(parts),
  listWithUsage: listBucketsWithUsage(parts),
  usage: (bucket: Pick<Bucket, 'id'>) => parts.metadata.findUsage(bucket.id),
  changeQuota: changeBucketQuota(parts),
})
