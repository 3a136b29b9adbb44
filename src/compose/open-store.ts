import { existsSync } from 'node:fs'
import { measured } from '../blobs/measured.ts'
import { createCore, type Core } from '../core/create-core.ts'
import { hashThreads as openHashThreads } from '../lib/hash-threads.ts'
import { createMetrics, type Metrics } from '../lib/metrics.ts'
import { randomIds } from '../lib/random-ids.ts'
import { adminToken, createSealer, masterKeyCheck, serverKey } from '../lib/seal.ts'
import { loadMasterKey } from '../master-key.ts'
import { openNotificationTargets } from '../targets/open-targets.ts'
import { openReplicaTargets } from '../targets/s3-bucket.ts'
import { createMetadata } from '../metadata/create-metadata.ts'
import { openDatabase, type Database } from '../metadata/database.ts'
import { openObjectReads } from '../metadata/object-reads.ts'
import { openObjectWriter } from '../metadata/object-writer.ts'
import { databaseShrinker } from '../metadata/shrink-database.ts'
import { withinRoom as writesWithinRoom } from '../metadata/within-room.ts'
import { openWriteQueue, type WriteQueue } from '../metadata/write-queue.ts'
import type { NotificationTargets } from '../core/events/target.ts'
import type { ReplicaTargets } from '../core/replication/replica-target.ts'
import type { BlobStore, Metadata, Room } from '../core/ports.ts'
import { openBlobs } from './open-blobs.ts'
import { openRooms } from './open-rooms.ts'
import type { Config } from '../config.ts'

/** The store without its listeners: what the server and the command line have in common. */
export interface Store {
  readonly core: Core
  readonly metadata: Metadata
  readonly blobs: BlobStore
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
}

const clock = { now: () => Date.now() }

/** Opens what lies in the data folder, which must be there and taken; makes what is missing in it. */
export async function openStore(config: Config, options: StoreOptions = {}): Promise<Store> {
  const { metrics = createMetrics(), writeThrough = (own: WriteQueue) => own } = options
  const masterKey = await loadMasterKey({
    file: config.masterKeyFile,
    databaseExists: existsSync(config.databaseFile),
  })
  const database = await openDatabase(config.databaseFile, { masterKeyCheck: masterKeyCheck(masterKey) })
  const sealer = createSealer(masterKey, 'access keys')
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
  const hashThreads = openHashThreads()
  const notificationTargets = openNotificationTargets(config.notify)
  const replicaTargets = openReplicaTargets(config.replicate)
  const core = createCore({
    metadata,
    blobs,
    clock,
    ids: randomIds,
    hashThreads,
    notificationTargets,
    replicaTargets,
    serverKey: serverKey(masterKey),
    settings: settingsOf(config),
  })
  const close = async () => {
    await Promise.all([...notificationTargets.values()].map((target) => target.close()))
    await hashThreads.close()
    await metadata.close()
  }
  return {
    core,
    metadata,
    blobs,
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

const settingsOf = (config: Config) => ({
  region: config.region,
  strictRegion: config.strictRegion,
  inlineBytes: config.inlineBytes,
  maxObjectBytes: config.maxObjectBytes,
  encrypt: config.encrypt,
  trashMs: config.trashSeconds * 1000,
  dayMs: config.lifecycleDaySeconds * 1000,
  keptApart: new Set(Object.keys(config.storage).map((name) => name.toUpperCase())),
})
