import type { ObjectAttributes } from '../objects/object-version.ts'
import type { Readable } from 'node:stream'

/** A version as it goes to another store. */
export interface ReplicaContent {
  readonly key: string
  /** Of the source; a target keeps it with the copy. */
  readonly versionId: string
  readonly size: number
  readonly storageClass: string
  readonly attributes: ObjectAttributes
  /** One, or as many as the source was uploaded in, so that the copy gets the same ETag. */
  readonly parts: readonly ReplicaPart[]
}

interface ReplicaPart {
  readonly size: number
  readonly open: () => Promise<Readable | Buffer>
}

/** A bucket outside of this server that copies go to. */
export interface ReplicaTarget {
  readonly name: string
  /** The version that the current object of a key is a copy of; undefined when it is none. */
  findCopied(key: string): Promise<string | undefined>
  put(content: ReplicaContent, signal: AbortSignal): Promise<void>
  /** Puts a delete marker on top of a key. */
  mark(key: string, versionId: string): Promise<void>
}

/** By name; see `targetName`. */
export type ReplicaTargets = ReadonlyMap<string, ReplicaTarget>

/** User metadata by which a store tells a copy that came by an ordinary upload: such an object is not copied on, so that two stores can copy to each other. */
export const replicaMark = 'seau-replica'
