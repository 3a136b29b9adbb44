import type { NotificationFacts } from './notification.ts'
import type { ReplicaOrder } from './replica-order.ts'

/** What an event asks for; plain data. */
export type EventBody =
  | { readonly kind: 'notification'; readonly facts: NotificationFacts }
  | { readonly kind: 'replica'; readonly order: ReplicaOrder }

/** An event as a write appends it, in its own transaction. */
export interface NewEvent {
  /** Whom it is for: `notify:NAME` or `replicate:NAME`. */
  readonly destination: string
  readonly bucketId: number
  readonly key: string
  readonly body: EventBody
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What happened, or what is to be copied: `Replica:object`. */
export const nameOfEvent = (body: EventBody): string =>
  body.kind === 'notification' ? body.facts.name : `Replica:${body.order.kind}`

/** An event that waits for its delivery, or was given up. */
export interface OutboxEvent extends NewEvent {
  /** Rises with each event of the store. */
  readonly id: number
  readonly state: EventState
  /** How often its delivery was begun. */
  readonly attempts: number
  /** Not to be delivered before: milliseconds since 1970. */
  readonly due: number
  /** Why the last attempt failed. */
  readonly problem: string | undefined
}

export type EventState = 'waiting' | 'dead'

/** What became of a claimed event. */
export type EventOutcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed'; readonly due: number; readonly problem: string }
  | { readonly kind: 'dead'; readonly problem: string }
  /** It was not tried: an event of the same key failed before it. */
  | { readonly kind: 'released'; readonly due: number }

type Claimed = Pick<OutboxEvent, 'id' | 'attempts'>

export interface EventQuery {
  readonly state?: EventState | undefined
  readonly destination?: string | undefined
  readonly bucketId?: number | undefined
  /** Behind this id. */
  readonly after: number
  readonly limit: number
}

/** Which events an operator means. */
export interface EventSelection {
  readonly ids?: readonly number[] | undefined
  readonly destination?: string | undefined
  readonly bucketId?: number | undefined
}

export interface Backlog {
  readonly destination: string
  readonly waiting: number
  readonly dead: number
  /** When the oldest one that waits happened, in milliseconds since 1970. */
  readonly oldest: number | undefined
}

/** Events that were committed with the writes that caused them. What one process has claimed, no other one gets before `until`. */
export interface Outbox {
  /** Whether something may be claimed at a moment. */
  isDue(destination: string, now: number): Promise<boolean>
  /** The oldest that are due; an event never comes before an earlier one of its key. */
  claim(claim: {
    readonly destination: string
    readonly now: number
    readonly until: number
    readonly limit: number
  }): Promise<readonly OutboxEvent[]>
  /** Keeps claimed events for longer. */
  renew(events: readonly Claimed[], until: number): Promise<void>
  /** Without effect on events that somebody else has claimed meanwhile. */
  settle(outcomes: readonly { readonly event: Claimed; readonly outcome: EventOutcome }[]): Promise<void>
  list(query: EventQuery): Promise<readonly OutboxEvent[]>
  backlogs(): Promise<readonly Backlog[]>
  /** Lets dead events be delivered once more; returns how many. */
  replay(selection: EventSelection, now: number): Promise<number>
  /** Forgets events, waiting ones too; returns how many. */
  drop(selection: EventSelection): Promise<number>
}
