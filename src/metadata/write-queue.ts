import { setTimeout as sleep } from 'node:timers/promises'
import { batched } from './batch.ts'
import { S3Error } from '../core/errors.ts'
import { mutex } from '../lib/mutex.ts'
import type { Connection } from './connection.ts'
import type { ObjectWriter } from './object-writer.ts'
import type { WriteAnswer } from '../core/objects/object-write.ts'
import type { WriteRequest } from '../core/objects/evaluate-writes.ts'

/** All writes of a process, one transaction at a time: batches of object writes, and exclusive everyday transactions. */
export interface WriteQueue {
  /** Answered once the batch that holds it is durable. */
  write(request: WriteRequest): Promise<WriteAnswer>
  /** Runs `work` in a transaction of its own; rolls back when it rejects. */
  exclusive<T>(work: (apply: ObjectWriter['apply']) => Promise<T>): Promise<T>
}

type Outcome = WriteAnswer | Error

/** What one transaction takes at the most: members, and bytes kept inline. */
export const batchLimits = {
  count: 256,
  size: 8 << 20,
  sizeOf: (request: WriteRequest) =>
    request.kind === 'put' && request.content.kind === 'inline' ? request.size : 0,
}

export async function openWriteQueue(connection: Connection, writer: ObjectWriter): Promise<WriteQueue> {
  const transaction = await openTransaction(connection, writer)
  const alone = mutex()

  /** Moves the log into the database, so that the next transaction writes it from its beginning and needs no room. */
  const emptyLog = async () => {
    await connection.exec('PRAGMA wal_checkpoint(PASSIVE)').catch(() => undefined)
  }
  const commit = batchCommit({ apply: (requests) => transaction(() => writer.apply(requests)), emptyLog })
  const enqueue = batched((requests: readonly WriteRequest[]) => alone(() => commit(requests)), batchLimits)

  return {
    async write(request) {
      const outcome = await enqueue(request)
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    exclusive: (work) =>
      alone(() =>
        transaction(async () => {
          const result = await work((requests) => writer.apply(requests))
          await writer.mark()
          return result
        }).catch(async (error: unknown) => {
          if (!isFull(error)) throw error
          await emptyLog()
          throw new S3Error('InsufficientStorage', { cause: error })
        }),
      ),
  }
}

interface CommitParts {
  /** Applies the requests in a transaction of their own. */
  readonly apply: ObjectWriter['apply']
  readonly emptyLog: () => Promise<void>
}

/** A batch whose transaction fails is run again by halves, so that a bad member fails alone; on a full disk only deletes are. */
function batchCommit({ apply, emptyLog }: CommitParts) {
  const commit = async (requests: readonly WriteRequest[]): Promise<readonly Outcome[]> => {
    try {
      return await apply(requests)
    } catch (error) {
      if (isFull(error)) {
        await emptyLog()
        return commitDeletes(requests)
      }
      if (requests.length === 1) return [error as Error]
      const middle = requests.length >> 1
      return [...(await commit(requests.slice(0, middle))), ...(await commit(requests.slice(middle)))]
    }
  }
  const commitDeletes = async (requests: readonly WriteRequest[]): Promise<readonly Outcome[]> => {
    const deletes = requests.filter(({ kind }) => kind === 'delete')
    // The reserve is for these; when even they don't fit, nothing is lost by saying so.
    const answers = await apply(deletes).then(
      (done) => [...done],
      () => [],
    )
    return requests.map(({ kind }) => (kind === 'delete' ? answers.shift() : undefined) ?? noRoom)
  }
  return commit
}

const noRoom: WriteAnswer = { kind: 'refused', code: 'InsufficientStorage' }

/** BEGIN IMMEDIATE … COMMIT around work on the writer's connection. */
async function openTransaction(connection: Connection, writer: ObjectWriter) {
  const [begin, commit, rollback] = await Promise.all(
    ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => connection.prepare(sql)),
  )
  if (!begin || !commit || !rollback) throw new Error('The database refused to prepare a transaction.')

  /** SQLite's own busy handler sleeps ever longer; a millisecond keeps the tail short. */
  const beginSoon = async () => {
    for (;;) {
      try {
        await begin.run()
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        await sleep(1)
      }
    }
  }
  // SQLite may have rolled back by itself.
  const undo = () => rollback.run().catch(() => undefined)

  return async <T>(work: () => Promise<T>): Promise<T> => {
    await beginSoon()
    let result: T
    try {
      result = await work()
    } catch (error) {
      await undo()
      throw error
    }
    const expected = writer.allotted()
    try {
      await commit.run()
    } catch (error) {
      await undo()
      // A failed COMMIT says nothing by itself: only what the database holds now decides the answer.
      if ((await writer.lastSequence()) < expected) throw error
    }
    return result
  }
}

const codeOf = (error: unknown) => (error as { code?: unknown }).code
const isBusy = (error: unknown) => codeOf(error) === 'SQLITE_BUSY'
const isFull = (error: unknown) => codeOf(error) === 'SQLITE_FULL'
