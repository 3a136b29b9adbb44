import { S3Error } from '../errors.ts'
import type { EventQuery, EventSelection, OutboxEvent } from './outbox.ts'
import type { Parts } from '../parts.ts'

/** Events that wait or were given up, oldest first. */
export const listEvents =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (query: EventQuery): Promise<readonly OutboxEvent[]> =>
    metadata.outbox.list(query)

/** Has events that were given up delivered after all; returns how many. Throws InvalidArgument when neither ids nor a destination nor a bucket are named. */
export const replayEvents =
  ({ metadata, clock }: Pick<Parts, 'metadata' | 'clock'>) =>
  async (selection: EventSelection): Promise<number> => {
    requireSelection(selection)
    return metadata.outbox.replay(selection, clock.now())
  }

/** Forgets events, so that nobody hears of them; returns how many. Throws as replayEvents does. */
export const dropEvents =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (selection: EventSelection): Promise<number> => {
    requireSelection(selection)
    return metadata.outbox.drop(selection)
  }

function requireSelection({ ids, destination, bucketId }: EventSelection): void {
  if (ids ?? destination ?? bucketId) return
  throw new S3Error('InvalidArgument', { message: 'Name the ids of events, or a destination.' })
}
