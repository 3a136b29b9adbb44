import { createHash } from 'node:crypto'
import { memoryBlobStore } from '../../../src/blobs/memory-blob-store.ts'
import { createCore, type Core } from '../../../src/core/create-core.ts'
import { hashThreads } from '../../../src/lib/hash-threads.ts'
import { sessionTokens } from '../../../src/lib/session-token.ts'
import { noWebTokens } from '../sessions/no-web-tokens.ts'
import { createRateLimiter } from '../../../src/lib/rate-limit.ts'
import { randomIds } from '../../../src/lib/random-ids.ts'
import { noRequestLog } from '../../../src/core/request-log/no-request-log.ts'
import { alice } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { sharpImages } from '../../../src/images/sharp-images.ts'
import type { NewContent } from '../../../src/core/objects/object-write.ts'
import type { BlobStore, Metadata } from '../../../src/core/ports.ts'

export interface Workshop {
  readonly core: Core
  readonly metadata: Metadata
  readonly blobs: BlobStore
  readonly bucketId: number
  /** Lets time pass for the core and the blobs. */
  wait(milliseconds: number): void
  /** Stores bytes that no row names. */
  blob(content: string): Promise<string>
  /** Stores an object whose bytes are in a blob, and tells the blob's id. */
  object(key: string, content: string): Promise<string>
  put(key: string, content: NewContent, size: number, etag?: string): Promise<void>
  close(): Promise<void>
}

export const trashMs = 60_000

/** A core with a bucket of alice's called photos, whose blobs and time are in the test's hands. */
export async function openWorkshop(): Promise<Workshop> {
  const temporary = await openTemporaryCore()
  const { metadata } = temporary
  let now = Date.now()
  const clock = { now: () => now }
  const blobs = memoryBlobStore({ clock })
  const settings = {
    region: 'us-east-1',
    strictRegion: false,
    derivedBytes: 0,
    inlineBytes: 0,
    maxObjectBytes: 2 ** 30,
    encrypt: 'none' as const,
    trashMs,
    dayMs: 86_400_000,
    sessionMs: { idle: 3_600_000, longest: 43_200_000 },
    keepMs: { audit: 86_400_000, requests: 86_400_000, statistics: 86_400_000 },
    requestLogBytes: 2 ** 30,
    keptApart: new Set<string>(),
  }
  const { id: bucketId } = await metadata.transaction((tx) =>
    tx.createBucket({
      projectId: alice.id,
      namespace: '',
      name: 'photos',
      region: 'us-east-1',
      versioning: 'off',
      createdAt: now,
      configuration: { acl: { owner: alice.canonicalId, grants: [] } },
    }),
  )
  const blob = async (content: string) => {
    const place = { projectId: alice.id, bucket: 'photos', extension: 'txt' }
    return (await blobs.write(bodyOf(content), place)).id
  }
  const put: Workshop['put'] = async (key, content, size, etag = 'e') => {
    const owner = { ownerId: alice.canonicalId, storageClass: 'STANDARD', attributes: {} }
    await metadata.write({
      kind: 'put',
      bucketId,
      key,
      size,
      etag,
      ...owner,
      content,
      now,
      trashAfter: now + trashMs,
    })
  }
  return {
    core: createCore({
      metadata,
      requestLog: noRequestLog,
      blobs,
      clock,
      ids: randomIds,
      hashThreads: hashThreads(),
      rateLimiter: createRateLimiter(),
      images: sharpImages({ concurrency: 1, maxPixels: 1e6, timeoutSeconds: 1 }),
      notificationTargets: new Map(),
      replicaTargets: new Map(),
      serverKey: Buffer.alloc(32, 7),
      sessionTokens: sessionTokens(Buffer.alloc(32, 7)),
      webTokens: noWebTokens,
      settings,
    }),
    metadata,
    blobs,
    bucketId,
    wait: (milliseconds) => {
      now += milliseconds
    },
    blob,
    put,
    object: async (key, content) => {
      const blobId = await blob(content)
      await put(
        key,
        { kind: 'blob', blobId },
        content.length,
        createHash('md5').update(content).digest('hex'),
      )
      return blobId
    },
    close: () => temporary.close(),
  }
}

async function* bodyOf(content: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(content))
}
