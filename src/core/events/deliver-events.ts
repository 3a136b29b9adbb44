import { retryDelay } from './retry-delay.ts'
import { nameOfEvent, type EventOutcome, type OutboxEvent } from './outbox.ts'
import type { DeliveryLog } from './delivery-log.ts'
import type { Clock } from '../ports.ts'
import type { Parts } from '../parts.ts'

/** Carries out what an event asks for; rejects when it is to be tried again. */
export type DeliverEvent = (event: OutboxEvent) => Promise<void>

/** Says that it makes no sense to try an event again. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp'
}

interface DeliverOptions {
  readonly destination: string
  readonly deliver: DeliverEvent
  /** Stops between two batches. */
  readonly signal: AbortSignal
  /** Events of one claim. */
  readonly batch: number
  /** Told of an event that is given up. */
  readonly onDead?: DeliverEvent
}

/** With these delays an event is given up after about twelve hours. */
export const mostAttempts = 24

const leaseMs = 60_000

/**
 * Delivers what is due for a destination, keys beside each other and the events of a key in order: at least once, because a process may end between
 * a delivery and its note. Resolves to how many were delivered.
 */
export const deliverEvents =
  (parts: Pick<Parts, 'metadata' | 'clock'>, log: DeliveryLog) =>
  async ({ destination, deliver, signal, batch, onDead }: DeliverOptions): Promise<number> => {
    const { outbox } = parts.metadata
    let count = 0
    while (!signal.aborted && (await outbox.isDue(destination, parts.clock.now()))) {
      const now = parts.clock.now()
      const events = await outbox.claim({ destination, now, until: now + leaseMs, limit: batch })
      if (events.length === 0) return count
      const settled = await withLease(parts, events, () => deliverAll(events, noted(parts, log, deliver)))
      for (const { event, outcome } of settled) if (outcome.kind === 'dead') await onDead?.(event)
      await outbox.settle(settled)
      count += settled.filter(({ outcome }) => outcome.kind === 'delivered').length
    }
    return count
  }

interface Settled {
  readonly event: OutboxEvent
  readonly outcome: EventOutcome
}

async function withLease<T>(
  { metadata, clock }: Pick<Parts, 'metadata' | 'clock'>,
  events: readonly OutboxEvent[],
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    // Should it fail, the lease runs out and the events are delivered twice.
    metadata.outbox.renew(events, clock.now() + leaseMs).catch(() => undefined)
  }, leaseMs / 3)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** Tries an event, and says what became of it. */
type Attempt = (event: OutboxEvent) => Promise<Tried>
type Tried = Exclude<EventOutcome, { kind: 'released' }>

const noted =
  ({ clock }: Pick<Parts, 'clock'>, log: DeliveryLog, deliver: DeliverEvent): Attempt =>
  async (event) => {
    const begun = clock.now()
    const outcome = await outcomeOf(event, deliver, clock)
    const { destination, key, body, attempts: attempt, bucketId } = event
    const at = clock.now()
    log.note(bucketId, {
      destination,
      name: nameOfEvent(body),
      key,
      at,
      milliseconds: at - begun,
      attempt,
      outcome: outcome.kind,
      problem: outcome.kind === 'delivered' ? undefined : outcome.problem,
    })
    return outcome
  }

async function deliverAll(events: readonly OutboxEvent[], attempt: Attempt): Promise<readonly Settled[]> {
  const groups = byKey(events)
  const settled = await Promise.all(groups.map((group) => deliverInOrder(group, attempt)))
  return settled.flat()
}

function byKey(events: readonly OutboxEvent[]): readonly (readonly OutboxEvent[])[] {
  const groups = new Map<string, OutboxEvent[]>()
  for (const event of events) {
    const name = `${String(event.bucketId)}/${event.key}`
    const group = groups.get(name)
    if (group) group.push(event)
    else groups.set(name, [event])
  }
  return [...groups.values()]
}

/** The events of one key; those behind a failed one wait with it. */
async function deliverInOrder(events: readonly OutboxEvent[], attempt: Attempt): Promise<readonly Settled[]> {
  const settled: Settled[] = []
  let due: number | undefined
  for (const event of events) {
    if (due !== undefined) {
      settled.push({ event, outcome: { kind: 'released', due } })
      continue
    }
    const outcome = await attempt(event)
    if (outcome.kind === 'failed') ({ due } = outcome)
    settled.push({ event, outcome })
  }
  return settled
}

async function outcomeOf(event: OutboxEvent, deliver: DeliverEvent, clock: Clock): Promise<Tried> {
  try {
    await deliver(event)
    return { kind: 'delivered' }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    if (event.attempts >= mostAttempts || error instanceof GiveUp) return { kind: 'dead', problem }
    return { kind: 'failed', due: clock.now() + retryDelay(event.attempts, Math.random()), problem }
  }
}
