import type { Coding } from '../../lib/compress.ts'
import type { SettledImage } from './image-spec.ts'

/** A form of an object that is made of its bytes. */
export type DerivedForm =
  | { readonly kind: 'compressed'; readonly coding: Coding }
  | { readonly kind: 'image'; readonly image: SettledImage }

/** A form that was made and kept: in a blob of its own, sealed when its source is. */
export interface Derived {
  readonly id: number
  readonly blobId: string
  /** In bytes, before they were sealed. */
  readonly size: number
  /** Absent: that of the source. */
  readonly contentType: string | undefined
  /** See `partKey`. */
  readonly salt: string | undefined
}

export type KeptForm = Omit<Derived, 'id'>

interface NewDerived extends KeptForm {
  readonly bucketId: number
  readonly key: string
  /** Of the version that it was made of. */
  readonly sequence: number
  /** See `nameOfForm`. */
  readonly form: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface DerivedReads {
  /** By the sequence of the version and the name of the form. */
  find(sequence: number, form: string): Promise<Derived | undefined>
  /** In bytes; each counts as a block of the disk at least. */
  total(): Promise<number>
  /** Those that nobody has asked for longest. */
  listLeastUsed(limit: number): Promise<readonly { readonly id: number; readonly bytes: number }[]>
  /** Those whose version is gone, by id. */
  listWithoutSource(limit: number): Promise<readonly number[]>
}

export interface DerivedChanges {
  /** Replaces the same form of the same version, whose blob goes to the trash. */
  put(derived: NewDerived, trashAfter: number): Promise<void>
  /** Notes when forms were asked for last, in milliseconds since 1970. */
  noteUses(uses: readonly { readonly id: number; readonly at: number }[]): Promise<void>
  /** Their blobs go to the trash. */
  remove(ids: readonly number[], trashAfter: number): Promise<void>
}
