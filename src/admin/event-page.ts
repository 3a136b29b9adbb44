import { isoTime } from '../lib/iso-time.ts'
import { nameOfEvent, type EventQuery, type OutboxEvent } from '../core/events/outbox.ts'
import type { Core } from '../core/create-core.ts'

const eventsPerPage = 1000

type Wanted = Pick<EventQuery, 'state' | 'destination' | 'bucketId'> & { readonly after?: number | undefined }

/** Events of the outbox, oldest first. */
export async function eventPage(events: Core['events'], { after = 0, ...wanted }: Wanted) {
  const found = await events.list({ ...wanted, after, limit: eventsPerPage + 1 })
  const page = found.slice(0, eventsPerPage)
  const last = found.length > eventsPerPage ? page.at(-1) : undefined
  return { events: page.map(eventOutput), next: last?.id ?? null }
}

const eventOutput = ({ id, destination, key, body, at, state, attempts, due, problem }: OutboxEvent) => ({
  id,
  destination,
  name: nameOfEvent(body),
  key,
  state,
  attempts,
  at: isoTime(at),
  due: state === 'waiting' ? isoTime(due) : null,
  problem: problem ?? null,
})
