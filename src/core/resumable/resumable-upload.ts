/** An upload that goes on where it broke off, by the tus protocol; a multipart upload takes its bytes. */
export interface ResumableUpload {
  readonly id: string
  readonly projectId: string
  readonly bucket: string
  readonly key: string
  readonly uploadId: string
  /** In bytes; undefined as long as the client has not said it. */
  readonly size: number | undefined
  /** As its client gave it. */
  readonly metadata: Readonly<Record<string, string | null>>
  readonly isComplete: boolean
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

export interface ResumableReads {
  find(projectId: string, id: string): Promise<ResumableUpload | undefined>
  /** Those begun before a moment, the oldest first. */
  listOld(query: { readonly before: number; readonly limit: number }): Promise<readonly ResumableUpload[]>
}

export interface ResumableChanges {
  create(upload: ResumableUpload): Promise<void>
  setSize(id: string, size: number): Promise<void>
  setComplete(id: string): Promise<void>
  remove(id: string): Promise<void>
}
