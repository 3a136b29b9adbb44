import type { SignedUrls } from './signed-batches.ts'
import type { Slots } from './slots.ts'
import type { UploadPlace } from './upload.ts'

/** What outlives a pause or a failure, so that the next attempt goes on from there. */
export interface Resumable {
  /** The id of the multipart upload, from the moment when it is asked for. */
  uploadId?: Promise<string>
}

/** A file on its way into a bucket. */
export interface Transfer {
  readonly place: UploadPlace
  readonly key: string
  readonly file: File
  /** Of the files that were added with it, for those that go up whole. */
  readonly urls: SignedUrls<string>
  readonly resumable: Resumable
  /** Shared by all transfers: so many requests at once. */
  readonly slots: Slots
  readonly signal: AbortSignal
  /** Told how many bytes of the file have gone. */
  readonly onProgress: (sent: number) => void
}

/** As the admin API names a bucket. */
export const addressOf = ({ project, bucket }: UploadPlace) => ({ project, name: bucket })

export const contentTypeOf = (file: File): string => file.type || 'application/octet-stream'
