import { defaultProject } from '../../core/credentials/ensure-root.ts'
import { eventPage } from '../event-page.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

/** What waits in the outbox, and what was given up. */
export const eventCalls = ({ events, replication }: Pick<Core, 'events' | 'replication'>) => ({
  listEvents: (query: InputOf<'listEvents'>) => eventPage(events, query),
  replayEvents: async (selection: InputOf<'replayEvents'>) => ({ count: await events.replay(selection) }),
  replicateBucket: async ({ name, project = defaultProject }: InputOf<'replicateBucket'>) => ({
    count: await replication.orderExisting({ project, bucket: name }),
  }),
  dropEvents: async (selection: InputOf<'dropEvents'>) => ({ count: await events.drop(selection) }),
})
