import { retryDelay } from './retry-delay.ts'
import type { EventOutcome, OutboxEvent } from './outbox.ts'
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
  (parts: Pick<Parts, 'metadata' | 'clock'>) =>
  async ({ destination, deliver, signal, batch, onDead }: DeliverOptions): Promise<number> => {
    const { outbox } = parts.metadata
    let count = 0
    while (!signal.aborted && (await outbox.isDue(destination, parts.clock.now()))) {
      const now = parts.clock.now()
      const events = await outbox.claim({ destination, now, until: now + leaseMs, limit: batch })
      if (events.length === 0) return count
      const settled = await withLease(parts, events, () => deliverAll(parts, events, deliver))
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

async function deliverAll(
  parts: Pick<Parts, 'clock'>,
  events: readonly OutboxEvent[],
  deliver: DeliverEvent,
): Promise<readonly Settled[]> {
  const groups = byKey(events)
  const settled = await Promise.all(groups.map((group) => deliverInOrder(parts, group, deliver)))
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
async function deliverInOrder(
  { clock }: Pick<Parts, 'clock'>,
  events: readonly OutboxEvent[],
  deliver: DeliverEvent,
): Promise<readonly Settled[]> {
  const settled: Settled[] = []
  let due: number | undefined
  for (const event of events) {
    if (due !== undefined) {
      settled.push({ event, outcome: { kind: 'released', due } })
      continue
    }
    const outcome = await outcomeOf(event, deliver, clock)
    if (outcome.kind === 'failed') ({ due } = outcome)
    settled.push({ event, outcome })
  }
  return settled
}

async function outcomeOf(event: OutboxEvent, deliver: DeliverEvent, clock: Clock): Promise<EventOutcome> {
  try {
    await deliver(event)
    return { kind: 'delivered' }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    if (event.attempts >= mostAttempts || error instanceof GiveUp) return { kind: 'dead', problem }
    return { kind: 'failed', due: clock.now() + retryDelay(event.attempts, Math.random()), problem }
  }
}
