import type { HashThreads } from '../lib/hash-threads.ts'
import type { RateLimiter } from '../lib/rate-limit.ts'
import type { SessionTokens } from '../lib/session-token.ts'
import type { ImageMaker } from './derived/image-maker.ts'
import type { NotificationTargets } from './events/target.ts'
import type { ReplicaTargets } from './replication/replica-target.ts'
import type { RequestLog } from './request-log/request-log.ts'
import type { WebTokens } from './sessions/web-tokens.ts'
import type { BlobStore, Clock, Ids, Metadata } from './ports.ts'

/** What the use cases are made of. */
export interface Parts {
  readonly metadata: Metadata
  readonly requestLog: RequestLog
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly ids: Ids
  readonly hashThreads: HashThreads
  readonly rateLimiter: RateLimiter
  readonly images: ImageMaker
  readonly notificationTargets: NotificationTargets
  readonly replicaTargets: ReplicaTargets
  /** 32 bytes: wraps the data keys of objects that the server encrypts by itself. */
  readonly serverKey: Buffer
  readonly sessionTokens: SessionTokens
  readonly webTokens: WebTokens
  readonly settings: CoreSettings
}

interface CoreSettings {
  readonly region: string
  /** Only this region exists: buckets cannot name another. */
  readonly strictRegion: boolean
  /** Objects of at most so many bytes are kept in the database; 0: none. */
  readonly inlineBytes: number
  readonly maxObjectBytes: number
  /** What forms made of objects may take on the disks together. */
  readonly derivedBytes: number
  /** What new objects get that neither request nor bucket says how to encrypt. */
  readonly encrypt: 'none' | 'AES256'
  /** How long a replaced blob stays for readers that already have its row. */
  readonly trashMs: number
  /** What a day lasts for what is done after days; shortened for tests. */
  readonly dayMs: number
  /** How long a sign-in to the console lasts: unused, and at the most. */
  readonly sessionMs: { readonly idle: number; readonly longest: number }
  /** How long what is on record of administration is kept. */
  readonly keepMs: { readonly audit: number; readonly requests: number; readonly statistics: number }
  /** What the log of requests may take on the disk. */
  readonly requestLogBytes: number
  /** Storage classes that keep their bytes in stores of their own. */
  readonly keptApart: ReadonlySet<string>
}
