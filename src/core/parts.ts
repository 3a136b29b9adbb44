import type { HashThreads } from '../lib/hash-threads.ts'
import type { NotificationTargets } from './events/target.ts'
import type { ReplicaTargets } from './replication/replica-target.ts'
import type { BlobStore, Clock, Ids, Metadata } from './ports.ts'

/** What the use cases are made of. */
export interface Parts {
  readonly metadata: Metadata
  readonly blobs: BlobStore
  readonly clock: Clock
  readonly ids: Ids
  readonly hashThreads: HashThreads
  readonly notificationTargets: NotificationTargets
  readonly replicaTargets: ReplicaTargets
  /** 32 bytes: wraps the data keys of objects that the server encrypts by itself. */
  readonly serverKey: Buffer
  readonly settings: CoreSettings
}

interface CoreSettings {
  readonly region: string
  /** Only this region exists: buckets cannot name another. */
  readonly strictRegion: boolean
  /** Objects of at most so many bytes are kept in the database; 0: none. */
  readonly inlineBytes: number
  readonly maxObjectBytes: number
  /** What new objects get that neither request nor bucket says how to encrypt. */
  readonly encrypt: 'none' | 'AES256'
  /** How long a replaced blob stays for readers that already have its row. */
  readonly trashMs: number
  /** What a day lasts for what is done after days; shortened for tests. */
  readonly dayMs: number
  /** Storage classes that keep their bytes in stores of their own. */
  readonly keptApart: ReadonlySet<string>
}
