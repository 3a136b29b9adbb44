import {
  eventBridgeTarget,
  type NotificationConfiguration,
  type NotificationRule,
} from '../buckets/notifications.ts'
import { parseDestination, rulesFor, type ReplicationConfiguration } from '../buckets/replication.ts'
import { replicaMark } from '../replication/replica-target.ts'
import { nullVersionId } from '../objects/version-id.ts'
import { isForEventBridge } from './event-bridge.ts'
import { eventsNamed, type EventName } from './event-name.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { Replication, Tags } from '../objects/object-version.ts'
import type { EventCause, EventObject } from './notification.ts'
import type { NewEvent } from './outbox.ts'
import type { ReplicaOrder } from './replica-order.ts'

/** What a write may turn out to have done. */
export type Happening = 'stored' | 'removed' | 'marked' | 'changed'

/** Who hears of a write once it is carried out; plain data, so that it can cross to another process with the write. */
export interface Announcement {
  readonly names: Readonly<Partial<Record<Happening, EventName>>>
  readonly cause: EventCause
  readonly subscribers: readonly Subscriber[]
  readonly replicas: readonly OrderedReplica[]
}

interface Subscriber {
  readonly destination: string
  readonly configurationId: string | undefined
  readonly events: readonly EventName[]
}

/** Where a version is to be copied. */
type OrderedReplica = Omit<ReplicaOrder, 'versionId'> & { readonly destination: string }

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
  const { notifications, replication } = bucket.configuration
  if (!notifications && !replication) return undefined
  const subscribers = notifications ? subscribersOf(notifications, occasion) : []
  const isReplica = occasion.isReplica ?? isFromReplica(occasion.caller)
  const replicas = replication && !isReplica ? replicasOf(bucket, replication, occasion) : []
  if (subscribers.length + replicas.length === 0) return undefined
  return { names: occasion.names, cause: causeOf(bucket, occasion.caller), subscribers, replicas }
}

function subscribersOf(
  { rules, eventBridge }: NotificationConfiguration,
  { names, key }: Occasion,
): readonly Subscriber[] {
  const wanted = Object.values(names)
  return [
    ...rules.filter((rule) => concerns(rule, key)).map(subscriberOf),
    ...(eventBridge ? [bridge] : []),
  ].filter(({ events }) => events.some((event) => wanted.includes(event)))
}

/** The copies that the rules ask for, each with what it is made of. */
function replicasOf(
  { namespace, projectId }: Bucket,
  replication: ReplicationConfiguration,
  occasion: Occasion,
): readonly OrderedReplica[] {
  const source = { namespace, projectId }
  return rulesFor(replication, occasion).flatMap((rule): readonly OrderedReplica[] => {
    const { id, replicatesDeleteMarkers, destination } = rule
    const { arn, storageClass, changesOwner } = destination
    const order = {
      destination: replicaDestination(arn),
      ruleId: id,
      arn,
      storageClass,
      changesOwner,
      source,
    }
    if (occasion.names.stored !== undefined) return [{ ...order, kind: 'object' }]
    const isMarked = occasion.names.marked !== undefined && replicatesDeleteMarkers
    return isMarked ? [{ ...order, kind: 'delete-marker' }] : []
  })
}

/** Under which name copies to a bucket stand in the outbox: those to buckets here together, and those to each other one. */
export function replicaDestination(arn: string): string {
  const destination = parseDestination(arn)
  return destination.kind === 'here' ? 'replicate' : `replicate:${destination.target}`
}

/** Whether another store has sent it, to which it may go the other way. */
const isFromReplica = (caller: Caller | undefined) =>
  caller?.request?.(`s3:x-amz-meta-${replicaMark}`) !== undefined

const concerns = ({ prefix = '', suffix = '' }: NotificationRule, key: string) =>
  key.startsWith(prefix) && key.endsWith(suffix)

const subscriberOf = ({ id, target, events }: NotificationRule): Subscriber => ({
  destination: destinationOf(target),
  configurationId: id,
  events: events.flatMap(eventsNamed),
})

/** Under which name the events of a target stand in the outbox. */
export const destinationOf = (target: string): string => `notify:${target}`

const bridge: Subscriber = {
  destination: destinationOf(eventBridgeTarget),
  configurationId: undefined,
  events: ['ObjectCreated', 'ObjectRemoved', 'ObjectRestore', 'LifecycleExpiration', 'ObjectTagging']
    .flatMap((family) => eventsNamed(`s3:${family}:*`))
    .concat('LifecycleTransition', 'IntelligentTiering', 'ObjectAcl:Put')
    .filter(isForEventBridge),
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

const principalOf = (caller: Caller) => (caller.kind === 'project' ? caller.project.id : 'Anonymous')

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
