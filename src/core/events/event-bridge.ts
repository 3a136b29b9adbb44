import { sequencerOf, type Notification } from './notification.ts'
import type { EventName } from './event-name.ts'

/** How EventBridge names events, and why they happened. */
const details: Readonly<Partial<Record<EventName, readonly [type: string, reason?: string]>>> = {
  'ObjectCreated:Put': ['Object Created', 'PutObject'],
  'ObjectCreated:Post': ['Object Created', 'POST Object'],
  'ObjectCreated:Copy': ['Object Created', 'CopyObject'],
  'ObjectCreated:CompleteMultipartUpload': ['Object Created', 'CompleteMultipartUpload'],
  'ObjectRemoved:Delete': ['Object Deleted', 'DeleteObject'],
  'ObjectRemoved:DeleteMarkerCreated': ['Object Deleted', 'DeleteObject'],
  'LifecycleExpiration:Delete': ['Object Deleted', 'Lifecycle Expiration'],
  'LifecycleExpiration:DeleteMarkerCreated': ['Object Deleted', 'Lifecycle Expiration'],
  LifecycleTransition: ['Object Storage Class Changed'],
  IntelligentTiering: ['Object Access Tier Changed'],
  'ObjectRestore:Post': ['Object Restore Initiated'],
  'ObjectRestore:Completed': ['Object Restore Completed'],
  'ObjectRestore:Delete': ['Object Restore Expired'],
  'ObjectTagging:Put': ['Object Tags Added'],
  'ObjectTagging:Delete': ['Object Tags Deleted'],
  'ObjectAcl:Put': ['Object ACL Updated'],
}

/** Whether EventBridge hears of an event at all. */
export const isForEventBridge = (name: EventName): boolean => details[name] !== undefined

/** The document of EventBridge. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
export function eventBridgeDocument({ id, key, at, facts: { name, cause, object } }: Notification) {
  const [type, reason] = details[name] ?? []
  const isDeleted = type === 'Object Deleted'
  return {
    version: '0',
    id: sequencerOf(id),
    'detail-type': type,
    source: 'aws.s3',
    account: cause.ownerId,
    time: new Date(at).toISOString(),
    region: cause.region,
    resources: [`arn:aws:s3:::${cause.bucket}`],
    detail: {
      version: '0',
      bucket: { name: cause.bucket },
      object: {
        key,
        size: object.size,
        etag: object.etag,
        'version-id': object.versionId,
        sequencer: sequencerOf(id),
      },
      'request-id': cause.requestId,
      requester: cause.principalId,
      'source-ip-address': cause.sourceAddress,
      reason,
      ...(isDeleted && {
        'deletion-type': name.endsWith('DeleteMarkerCreated')
          ? 'Delete Marker Created'
          : 'Permanently Deleted',
      }),
    },
  }
}
