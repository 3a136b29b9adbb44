/** A file of the files service: the facts of an object, found by an id of its own. */
export interface StoredFile {
  /** A UUID. */
  readonly id: string
  readonly projectId: string
  readonly bucket: string
  /** The key of its object. */
  readonly objectName: string
  /** As its client called it. */
  readonly filename: string
  /** In bytes. */
  readonly size: number
  readonly contentType: string
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  /** Milliseconds since 1970. */
  readonly uploadedAt: number
}

export interface FileQuery {
  readonly projectId: string
  /** Only files with this content. */
  readonly hash?: string | undefined
  readonly before?: Pick<StoredFile, 'uploadedAt' | 'id'> | undefined
  readonly limit: number
}

export interface FileReads {
  find(projectId: string, id: string): Promise<StoredFile | undefined>
  /** The newest first; `before` continues behind a file. */
  list(query: FileQuery): Promise<readonly StoredFile[]>
}

export interface FileChanges {
  create(file: StoredFile): Promise<void>
  remove(id: string): Promise<void>
}
