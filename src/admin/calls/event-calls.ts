import { defaultProject } from '../../core/credentials/ensure-root.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { OutboxEvent } from '../../core/events/outbox.ts'

const eventsPerPage = 1000

/** What waits in the outbox, and what was given up. */
export const eventCalls = ({ events, replication }: Pick<Core, 'events' | 'replication'>) => ({
  listEvents: async ({ state, destination, after }: InputOf<'listEvents'>) => {
    const found = await events.list({ state, destination, after: after ?? 0, limit: eventsPerPage + 1 })
    const page = found.slice(0, eventsPerPage)
    const last = found.length > eventsPerPage ? page.at(-1) : undefined
    return { events: page.map(eventOutput), next: last?.id ?? null }
  },
  replayEvents: async (selection: InputOf<'replayEvents'>) => ({ count: await events.replay(selection) }),
  replicateBucket: async ({ name, project = defaultProject }: InputOf<'replicateBucket'>) => ({
    count: await replication.orderExisting({ project, bucket: name }),
  }),
  dropEvents: async (selection: InputOf<'dropEvents'>) => ({ count: await events.drop(selection) }),
})

const eventOutput = ({ id, destination, key, body, at, state, attempts, due, problem }: OutboxEvent) => ({
  id,
  destination,
  name: body.kind === 'notification' ? body.facts.name : `Replica:${body.order.kind}`,
  key,
  state,
  attempts,
  at: new Date(at).toISOString(),
  due: state === 'waiting' ? new Date(due).toISOString() : null,
  problem: problem ?? null,
})
