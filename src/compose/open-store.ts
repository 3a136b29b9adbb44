import { join } from 'node:path'
import { measured } from '../blobs/measured.ts'
import { createCore, type Core } from '../core/create-core.ts'
import { hashThreads as openHashThreads } from '../lib/hash-threads.ts'
import { createRateLimiter } from '../lib/rate-limit.ts'
import { createMetrics, type Metrics } from '../lib/metrics.ts'
import { randomIds } from '../lib/random-ids.ts'
import { adminToken, createSealer, masterKeyCheck } from '../lib/seal.ts'
import { sessionTokens } from '../lib/session-token.ts'
import { webTokens } from '../oidc/web-tokens.ts'
import { sharpImages } from '../images/sharp-images.ts'
import { openNotificationTargets } from '../targets/open-targets.ts'
import { openReplicaTargets } from '../targets/s3-bucket.ts'
import { createMetadata } from '../metadata/create-metadata.ts'
import { openDatabase, type Database } from '../metadata/database.ts'
import { requestsWithinRoom } from '../metadata/requests-within-room.ts'
import { openRequestLog } from '../metadata/request-log.ts'
import { openObjectReads } from '../metadata/object-reads.ts'
import { openObjectWriter } from '../metadata/object-writer.ts'
import { findServerKey, sealPurpose } from '../metadata/sealed-values.ts'
import { databaseShrinker } from '../metadata/shrink-database.ts'
import { withinRoom as writesWithinRoom } from '../metadata/within-room.ts'
import { openWriteQueue, type WriteQueue } from '../metadata/write-queue.ts'
import type { NotificationTargets } from '../core/events/target.ts'
import type { ReplicaTargets } from '../core/replication/replica-target.ts'
import type { BlobStore, Metadata, Room } from '../core/ports.ts'
import { noRequestLog } from '../core/request-log/no-request-log.ts'
import type { RequestLog } from '../core/request-log/request-log.ts'
import { openMasterKey } from './open-master-key.ts'
import { openBlobs } from './open-blobs.ts'
import { openRooms } from './open-rooms.ts'
import type { Config } from '../config.ts'

/** The store without its listeners: what the server and the command line have in common. */
export interface Store {
  readonly core: Core
  readonly metadata: Metadata
  readonly blobs: BlobStore
  readonly requestLog: RequestLog
  readonly notificationTargets: NotificationTargets
  readonly replicaTargets: ReplicaTargets
  /** Opens the admin API to commands on this machine. */
  readonly adminToken: string
  close(): Promise<void>
}

interface StoreOptions {
  readonly metrics?: Metrics
  /** Takes the place of the process's own write queue, which it may build upon. */
  readonly writeThrough?: (own: WriteQueue) => WriteQueue
  /** What this process may let through of what projects and keys may ask in a second, from 0 to 1. */
  readonly share?: number
  /** Absent: so it is. A worker leaves its requests to the process that started it. */
  readonly readsRequests?: boolean
}

const clock = { now: () => Date.now() }

/** Opens what lies in the data folder, which must be there and taken; makes what is missing in it. */
export async function openStore(config: Config, options: StoreOptions = {}): Promise<Store> {
  const { metrics = createMetrics(), writeThrough = (own: WriteQueue) => own, share = 1 } = options
  const masterKey = await openMasterKey(config)
  const database = await openDatabase(config.databaseFile, { masterKeyCheck: masterKeyCheck(masterKey) })
  const sealer = createSealer(masterKey, sealPurpose)
  const rooms = await openRooms(config, () => core.maintenance.makeRoom())
  const metadata = await createMetadata({
    database,
    sealer,
    reads: await openObjectReads(database.reader),
    writeQueue: writeThrough(await openWrites(database, rooms.database)),
    shared: config.workers > 1,
  })
  const blobs = measured(
    await openBlobs(config, { room: rooms.blobs, clock }),
    ({ method, milliseconds, outcome }) => {
      metrics.observeBlobCall(method, milliseconds, outcome)
    },
  )
  const requestLog = await openRequests(config, {
    room: rooms.blobs,
    isWanted: options.readsRequests ?? true,
  })
  const hashThreads = openHashThreads()
  const notificationTargets = openNotificationTargets(config.notify)
  const replicaTargets = openReplicaTargets(config.replicate)
  const core = createCore({
    metadata,
    requestLog,
    blobs,
    clock,
    ids: randomIds,
    hashThreads,
    rateLimiter: createRateLimiter(share),
    images: sharpImages({
      concurrency: config.imageConcurrency,
      maxPixels: config.imagePixels,
      timeoutSeconds: config.imageSeconds,
    }),
    notificationTargets,
    replicaTargets,
    serverKey: await findServerKey(database.reader.knex, { masterKey, sealer }),
    sessionTokens: sessionTokens(masterKey),
    webTokens: webTokens({ clock, timeoutMs: config.identityProviderSeconds * 1000 }),
    settings: settingsOf(config),
  })
  const close = async () => {
    await Promise.all([...notificationTargets.values()].map((target) => target.close()))
    // What cannot be written any more is no reason to stay.
    await core.credentials.recordUses().catch(() => undefined)
    await hashThreads.close()
    await requestLog.close()
    await metadata.close()
  }
  return {
    core,
    metadata,
    blobs,
    requestLog,
    notificationTargets,
    replicaTargets,
    adminToken: adminToken(masterKey),
    close,
  }
}

/** The process's own write queue, which leaves the disk's reserve alone. */
async function openWrites(database: Database, room: Room): Promise<WriteQueue> {
  const queue = await openWriteQueue(database.writer, await openObjectWriter(database.writer))
  return writesWithinRoom(queue, { room, onFull: databaseShrinker(database, queue) })
}

/** The log of requests, which leaves the disk's reserve alone. */
async function openRequests(
  { data, requestLogDays }: Config,
  { room, isWanted }: { readonly room: Room; readonly isWanted: boolean },
): Promise<RequestLog> {
  if (requestLogDays === 0 || !isWanted) return noRequestLog
  return requestsWithinRoom(await openRequestLog(join(data, 'requests.db')), room)
}

const dayMs = 86_400_000

const settingsOf = (config: Config) => ({
  region: config.region,
  strictRegion: config.strictRegion,
  inlineBytes: config.inlineBytes,
  maxObjectBytes: config.maxObjectBytes,
  derivedBytes: config.derivedBytes,
  encrypt: config.encrypt,
  trashMs: config.trashSeconds * 1000,
  dayMs: config.lifecycleDaySeconds * 1000,
  sessionMs: { idle: config.sessionIdleSeconds * 1000, longest: config.sessionSeconds * 1000 },
  keepMs: {
    audit: config.auditDays * dayMs,
    requests: config.requestLogDays * dayMs,
    statistics: config.statisticsDays * dayMs,
  },
  requestLogBytes: config.requestLogBytes,
  keptApart: new Set(Object.keys(config.storage).map((name) => name.toUpperCase())),
})
