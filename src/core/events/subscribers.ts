import {
  eventBridgeTarget,
  type NotificationConfiguration,
  type NotificationRule,
} from '../buckets/notifications.ts'
import { isForEventBridge } from './event-bridge.ts'
import { eventsNamed, type EventName } from './event-name.ts'
import { targetName } from './target.ts'

/** Who wants to know of some events; plain data. */
export interface Subscriber {
  readonly destination: string
  /** Undefined for EventBridge. */
  readonly configurationId: string | undefined
  readonly events: readonly EventName[]
}

/** Those who want to know of one of the events on a key. */
export const subscribersOf = (
  { rules, eventBridge }: NotificationConfiguration,
  { key, names }: { readonly key: string; readonly names: readonly EventName[] },
): readonly Subscriber[] =>
  [...rules.filter((rule) => concerns(rule, key)).map(subscriberOf), ...(eventBridge ? [bridge] : [])].filter(
    ({ events }) => events.some((event) => names.includes(event)),
  )

const concerns = ({ prefix = '', suffix = '' }: NotificationRule, key: string) =>
  key.startsWith(prefix) && key.endsWith(suffix)

const subscriberOf = ({ id, target, events }: NotificationRule): Subscriber => ({
  destination: destinationOf(target),
  configurationId: id,
  events: events.flatMap(eventsNamed),
})

/** The target that makes a CDN forget what it holds, for a bucket that names one: it hears of every object that is written, goes or gets another ACL. */
export const purgeSubscriber = (target: string): Subscriber => ({
  destination: destinationOf(targetName(target)),
  configurationId: 'purge',
  events: ['ObjectCreated', 'ObjectRemoved', 'ObjectAcl', 'LifecycleExpiration'].flatMap((family) =>
    eventsNamed(`s3:${family}:*`),
  ),
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
