import { recordKeyUsesJob } from '../jobs/record-key-uses.ts'
import { schedule } from '../jobs/schedule.ts'
import { runWorker } from '../cluster/worker.ts'
import { startWorkers, type WorkerPool } from '../cluster/worker-pool.ts'
import { createLog, type Log } from '../lib/log.ts'
import { createMetrics, type MetricsSnapshot } from '../lib/metrics.ts'
import {
  answerWrites,
  remoteWriteQueue,
  type SendWrites,
  type WriteOutcome,
} from '../metadata/remote-write-queue.ts'
import { requestRecorder } from './request-recorder.ts'
import { openStore, type Store } from './open-store.ts'
import { serveFaces } from './serve-faces.ts'
import type { Config } from '../config.ts'
import type { RequestEntry } from '../core/request-log/request-entry.ts'
import type { WriteRequest } from '../core/objects/evaluate-writes.ts'

/** Starts the processes that serve the S3 port; this one commits what all of them write. */
export const startS3Workers = (
  config: Config,
  { metadata, requestLog }: Store,
  log: Log,
): Promise<WorkerPool> => {
  const commit = answerWrites(metadata)
  return startWorkers({
    count: config.workers,
    onWorker: (channel) => {
      channel.answer('write', (requests) => commit(requests as readonly WriteRequest[]))
      channel.answer('requests', (entries) => requestLog.append(entries as readonly RequestEntry[]))
    },
    onLoss: (loss) => {
      log.error(loss, 'A worker ended unexpectedly; another one takes its place.')
    },
  })
}

/** What the workers have counted, for the figures of the whole server. */
export const snapshotsOf = async (pool: WorkerPool): Promise<readonly MetricsSnapshot[]> =>
  (await pool.askAll('metrics')) as readonly MetricsSnapshot[]

/** The life of a worker: serves the S3 port until the process that started it says otherwise. */
export const serveAsWorker = (config: Config): Promise<never> =>
  runWorker(async (channel) => {
    const log = createLog({ level: config.logLevel })
    const metrics = createMetrics()
    const send: SendWrites = async (requests) =>
      (await channel.ask('write', requests)) as readonly WriteOutcome[]
    const store = await openStore(config, {
      metrics,
      writeThrough: (own) => remoteWriteQueue(send, own),
      share: 1 / config.workers,
      readsRequests: false,
    })
    const write = async (entries: readonly RequestEntry[]) => Number(await channel.ask('requests', entries))
    const recorder = requestRecorder(config, { log, metrics, write })
    channel.answer('metrics', () => metrics.snapshot())
    const keyUses = schedule(recordKeyUsesJob(store.core), log)
    const faces = await serveFaces(config, { core: store.core, log, metrics, recorder })
    const close = async () => {
      await faces.close()
      await keyUses.stop()
      await recorder.close()
      await store.close()
    }
    return { url: faces.url, close }
  })
