import type { EventName } from './event-name.ts'

/** All that a notification tells; enough to word it for any target. */
export interface NotificationFacts {
  readonly name: EventName
  /** Id of the configuration that asks for it; undefined for EventBridge. */
  readonly configurationId: string | undefined
  readonly cause: EventCause
  readonly object: EventObject
}

/** Who caused an event, and where. */
export interface EventCause {
  readonly bucket: string
  readonly region: string
  /** Id of the project that the bucket belongs to. */
  readonly ownerId: string
  readonly principalId: string
  readonly sourceAddress: string
  readonly requestId: string
}

/** What an event is about. */
export interface EventObject {
  /** In bytes; undefined when nothing is left of it, as for the next two. */
  readonly size?: number | undefined
  readonly etag?: string | undefined
  readonly versionId?: string | undefined
  /** Of a restored object. */
  readonly restore?: { readonly expiresAt: number; readonly storageClass: string } | undefined
}

/** A notification as it stands in the outbox. */
export interface Notification {
  /** Rises with each event of the store. */
  readonly id: number
  readonly key: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly facts: NotificationFacts
}

/** The order of events of a key, as text that compares like numbers. */
export const sequencerOf = (id: number): string => id.toString(16).toUpperCase().padStart(16, '0')

/** A key as the events carry it: a form's encoding, but for slashes. */
export const eventKey = (key: string): string =>
  encodeURIComponent(key)
    .replace(/%20/g, '+')
    .replace(/%2F/g, '/')
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

/** S3's own document. https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
export const notificationDocument = (notification: Notification) => ({ Records: [recordOf(notification)] })

function recordOf({ id, key, at, facts }: Notification) {
  const { name, cause, object, configurationId } = facts
  return {
    eventVersion: versionOf(name),
    eventSource: 'aws:s3',
    awsRegion: cause.region,
    eventTime: new Date(at).toISOString(),
    eventName: name,
    userIdentity: { principalId: cause.principalId },
    requestParameters: { sourceIPAddress: cause.sourceAddress },
    responseElements: { 'x-amz-request-id': cause.requestId, 'x-amz-id-2': cause.requestId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId,
      bucket: {
        name: cause.bucket,
        ownerIdentity: { principalId: cause.ownerId },
        arn: `arn:aws:s3:::${cause.bucket}`,
      },
      object: {
        key: eventKey(key),
        size: object.size,
        eTag: object.etag,
        versionId: object.versionId,
        sequencer: sequencerOf(id),
      },
    },
    ...(object.restore && { glacierEventData: { restoreEventData: restoreData(object.restore) } }),
  }
}

const restoreData = ({ expiresAt, storageClass }: NonNullable<EventObject['restore']>) => ({
  lifecycleRestorationExpiryTime: new Date(expiresAt).toISOString(),
  lifecycleRestoreStorageClass: storageClass,
})

const youngest =
  /^(?:Lifecycle|IntelligentTiering|ObjectAcl|ObjectAnnotation|ObjectTagging|ObjectRestore:Delete)/

function versionOf(name: EventName): string {
  if (name.startsWith('Replication:')) return '2.2'
  return youngest.test(name) ? '2.3' : '2.1'
}
