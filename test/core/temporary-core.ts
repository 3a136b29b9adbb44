import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryBlobStore } from '../../src/blobs/memory-blob-store.ts'
import { type Core, createCore } from '../../src/core/create-core.ts'
import { hashThreads } from '../../src/lib/hash-threads.ts'
import { createRateLimiter } from '../../src/lib/rate-limit.ts'
import { randomIds } from '../../src/lib/random-ids.ts'
import { createMasterKey, createSealer, masterKeyCheck } from '../../src/lib/seal.ts'
import { sharpImages } from '../../src/images/sharp-images.ts'
import { sessionTokens } from '../../src/lib/session-token.ts'
import { createMetadata } from '../../src/metadata/create-metadata.ts'
import { openDatabase } from '../../src/metadata/database.ts'
import { openObjectReads } from '../../src/metadata/object-reads.ts'
import { openObjectWriter } from '../../src/metadata/object-writer.ts'
import { openRequestLog } from '../../src/metadata/request-log.ts'
import { openWriteQueue } from '../../src/metadata/write-queue.ts'
import { alice, bob } from './projects.ts'
import { noWebTokens } from './sessions/no-web-tokens.ts'
import type { Parts } from '../../src/core/parts.ts'
import type { Clock, Metadata } from '../../src/core/ports.ts'

interface TemporaryCore {
  readonly core: Core
  readonly metadata: Metadata
  close(): Promise<void>
}

/** Takes the place of what a temporary core has otherwise. */
interface Given {
  readonly clock?: Clock
  readonly settings?: Partial<Parts['settings']>
  readonly webTokens?: Parts['webTokens']
}

const systemClock = { now: () => Date.now() }

/** A core on an empty SQLite database and blobs in memory, or other ones, with the projects alice and bob. */
export async function openTemporaryCore(
  blobs = memoryBlobStore({ clock: systemClock }),
  given: Given = {},
): Promise<TemporaryCore> {
  const { clock = systemClock } = given
  const directory = await mkdtemp(join(tmpdir(), 'seau-core-'))
  const metadata = await openMetadata(join(directory, 'seau.db'))
  await metadata.transaction(async (tx) => {
    await tx.createProject(alice)
    await tx.createProject(bob)
  })
  const settings = {
    region: 'us-east-1',
    strictRegion: false,
    inlineBytes: 1024,
    maxObjectBytes: 2 ** 30,
    derivedBytes: 2 ** 30,
    encrypt: 'none' as const,
    trashMs: 0,
    dayMs: 86_400_000,
    sessionMs: { idle: 3_600_000, longest: 43_200_000 },
    keepMs: { audit: 86_400_000, requests: 86_400_000, statistics: 86_400_000 },
    requestLogBytes: 2 ** 30,
    keptApart: new Set<string>(),
    ...given.settings,
  }
  const threads = hashThreads()
  const requestLog = await openRequestLog(join(directory, 'requests.db'))
  const core = createCore({
    metadata,
    requestLog,
    blobs,
    clock,
    ids: randomIds,
    hashThreads: threads,
    rateLimiter: createRateLimiter(),
    images: sharpImages({ concurrency: 2, maxPixels: 50_000_000, timeoutSeconds: 10 }),
    notificationTargets: new Map(),
    replicaTargets: new Map(),
    serverKey: Buffer.alloc(32, 7),
    sessionTokens: sessionTokens(Buffer.alloc(32, 7)),
    webTokens: given.webTokens ?? noWebTokens,
    settings,
  })
  const close = async () => {
    await threads.close()
    await requestLog.close()
    await metadata.close()
    await rm(directory, { recursive: true })
  }
  return { core, metadata, close }
}

async function openMetadata(filename: string): Promise<Metadata> {
  const masterKey = createMasterKey()
  const database = await openDatabase(filename, { masterKeyCheck: masterKeyCheck(masterKey) })
  const writer = await openObjectWriter(database.writer)
  return createMetadata({
    database,
    sealer: createSealer(masterKey, 'access keys'),
    reads: await openObjectReads(database.reader),
    writeQueue: await openWriteQueue(database.writer, writer),
  })
}
