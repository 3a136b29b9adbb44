import { batched } from './batch.ts'
import { batchLimits, type WriteQueue } from './write-queue.ts'
import type { WriteAnswer } from '../core/objects/object-write.ts'
import type { WriteRequest } from '../core/objects/evaluate-writes.ts'

/** What became of a write: its answer, or the fault that kept it from one. */
export type WriteOutcome = WriteAnswer | Error

/** Hands a batch of writes to the process that commits for all, and brings back their outcomes in order. */
export type SendWrites = (requests: readonly WriteRequest[]) => Promise<readonly WriteOutcome[]>

/**
 * The write queue of a worker: object writes go to the one process that commits them, because SQLite makes writers of several
 * processes wait on each other; everyday transactions are rare enough to run here.
 */
export function remoteWriteQueue(send: SendWrites, local: Pick<WriteQueue, 'exclusive'>): WriteQueue {
  const enqueue = batched(send, batchLimits)
  return {
    async write(request) {
      const outcome = await enqueue(request)
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    exclusive: (work) => local.exclusive(work),
  }
}

/** Commits what a worker sent, together with what else is waiting. */
export const answerWrites =
  ({ write }: Pick<WriteQueue, 'write'>): SendWrites =>
  (requests) =>
    Promise.all(requests.map((request) => write(request).catch((error: unknown) => error as Error)))
