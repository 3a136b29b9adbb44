/** Where an upload goes. */
export interface UploadPlace {
  readonly project: string
  readonly bucket: string
}

/** A file and the key that it is to have. */
export interface PlannedUpload {
  readonly file: File
  readonly key: string
}

export type UploadState = 'waiting' | 'sending' | 'paused' | 'failed' | 'done'

/** One upload as the tray shows it. */
export interface Upload extends UploadPlace {
  readonly id: string
  readonly key: string
  /** In bytes. */
  readonly size: number
  /** Bytes on their way or there. */
  readonly sent: number
  readonly state: UploadState
  readonly problem: unknown
}

export const isUnderWay = ({ state }: Upload): boolean => state === 'waiting' || state === 'sending'
