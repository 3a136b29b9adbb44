import type { Usage } from '../usage/usage.ts'

export interface VerifyOptions {
  /** Reads the bytes too, and compares them with the ETag where that is their MD5. */
  readonly isDeep?: boolean
  /** Puts orphans into the trash, and usage right. */
  readonly isRepair?: boolean
  /** Together with `isRepair`: deletes the objects whose bytes are lost. */
  readonly dropsLost?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: VerifyProgress) => void
}

/** How far the walk over the rows, then over the store, has come. */
export interface VerifyProgress {
  readonly phase: 'objects' | 'store'
  readonly checked: number
  /** Of this phase, as far as it can be known. */
  readonly total: number
}

/** An object, a part of an upload or an annotation, whose bytes are not what its row says. */
export interface LostBlob {
  readonly bucket: string
  readonly key: string
  /** Undefined for a part that belongs to an unfinished upload. */
  readonly versionId: string | undefined
  /** Of a part that belongs to an unfinished upload. */
  readonly uploadId: string | undefined
  /** The name, when it is an annotation of the object. */
  readonly annotation: string | undefined
  readonly blobId: string
  readonly reason: 'missing' | 'size' | 'content'
  readonly isDropped: boolean
}

export interface UsageFault {
  readonly bucket: string
  readonly recorded: Usage
  readonly counted: Usage
}

/** Lists end at 1,000 entries; the counts are of all. */
export interface Verification {
  readonly checkedBlobs: number
  readonly lostCount: number
  readonly lost: readonly LostBlob[]
  readonly orphanCount: number
  readonly orphanBytes: number
  readonly orphans: readonly string[]
  readonly usage: readonly UsageFault[]
}

export const mostListed = 1000
