import { nullVersionId } from '../objects/version-id.ts'
import { isFromReplica, replicasOf, type OrderedReplica } from './ordered-replicas.ts'
import { purgeSubscriber, subscribersOf, type Subscriber } from './subscribers.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { EventCause, EventObject } from './notification.ts'
import type { EventName } from './event-name.ts'
import type { NewEvent } from './outbox.ts'
import type { Replication, Tags } from '../objects/object-version.ts'

/** What a write may turn out to have done. */
type Happening = 'stored' | 'removed' | 'marked' | 'changed'

/** Who hears of a write once it is carried out; plain data, so that it can cross to another process with the write. */
export interface Announcement {
  readonly names: Readonly<Partial<Record<Happening, EventName>>>
  readonly cause: EventCause
  readonly subscribers: readonly Subscriber[]
  readonly replicas: readonly OrderedReplica[]
}

interface Occasion {
  /** The server itself when absent. */
  readonly caller?: Caller | undefined
  readonly key: string
  /** Of the object that is stored. */
  readonly tags?: Tags | undefined
  readonly names: Announcement['names']
  /** Whether the bucket's rules of replication do not count, as for what is a copy itself. */
  readonly isReplica?: boolean
}

/** Undefined when nobody wants to know, which costs next to nothing. */
export function announce(bucket: Bucket, occasion: Occasion): Announcement | undefined {
  const { notifications, replication, delivery } = bucket.configuration
  if (!notifications && !replication && delivery?.purge === undefined) return undefined
  const { key, names } = occasion
  const wanted = { key, names: Object.values(names) }
  const subscribers = [
    ...(notifications ? subscribersOf(notifications, wanted) : []),
    ...(delivery?.purge === undefined ? [] : [purgeSubscriber(delivery.purge)]),
  ]
  const replicas = replication ? orderedBy(bucket, occasion) : []
  if (subscribers.length + replicas.length === 0) return undefined
  return { names, cause: causeOf(bucket, occasion.caller), subscribers, replicas }
}

/** Nothing for what makes no version, and for what is a copy itself. */
function orderedBy(bucket: Bucket, occasion: Occasion): readonly OrderedReplica[] {
  const { names, key, tags, caller } = occasion
  if (occasion.isReplica ?? isFromReplica(caller)) return []
  if (names.stored !== undefined) return replicasOf(bucket, { kind: 'object', key, tags })
  return names.marked === undefined ? [] : replicasOf(bucket, { kind: 'delete-marker', key })
}

/** What S3 calls itself where nobody has asked for an act. */
const server = 's3.amazonaws.com'

function causeOf({ name, region, projectId }: Bucket, caller: Caller | undefined): EventCause {
  return {
    bucket: name,
    region,
    ownerId: projectId,
    principalId: caller ? principalOf(caller) : server,
    sourceAddress: (caller ? caller.request?.('aws:sourceip')?.[0] : server) ?? '',
    requestId: caller?.requestId ?? '',
  }
}

const principalOf = (caller: Caller) =>
  caller.kind === 'project' ? (caller.principal?.userId ?? caller.project.id) : 'Anonymous'

/** What is kept with an object that is to be copied. */
export const pendingReplication = (announcement: Announcement | undefined): { replication?: Replication } =>
  announcement && announcement.replicas.length > 0
    ? { replication: { status: 'PENDING', waitsFor: announcement.replicas.map(({ arn }) => arn) } }
    : {}

export interface Occurrence {
  readonly bucketId: number
  readonly key: string
  readonly happening: Happening
  readonly object: EventObject
  /** Of the version that was made. */
  readonly versionId: string | undefined
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What goes into the outbox because something has happened. */
export function eventsOf(announcement: Announcement, occurrence: Occurrence): readonly NewEvent[] {
  const { subscribers, cause, names, replicas } = announcement
  const { bucketId, key, happening, object, versionId, at } = occurrence
  const name = names[happening]
  const notifications = subscribers.flatMap(({ destination, configurationId, events }): NewEvent[] => {
    if (name === undefined || !events.includes(name)) return []
    const facts = { name, configurationId, cause, object }
    return [{ destination, bucketId, key, at, body: { kind: 'notification', facts } }]
  })
  const orders = replicas
    .filter(({ kind }) => happening === (kind === 'object' ? 'stored' : 'marked'))
    .map(({ destination, ...replica }): NewEvent => {
      const order = { ...replica, versionId: versionId ?? nullVersionId }
      return { destination, bucketId, key, at, body: { kind: 'replica', order } }
    })
  return [...notifications, ...orders]
}
