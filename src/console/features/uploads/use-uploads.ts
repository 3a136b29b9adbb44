import { useSyncExternalStore } from 'react'
import { uploadQueue } from './upload-queue.ts'
import { isUnderWay, type Upload } from './upload.ts'

export const useUploads = (): readonly Upload[] =>
  useSyncExternalStore(uploadQueue.subscribe, uploadQueue.current)

export interface UploadTotals {
  readonly count: number
  readonly done: number
  readonly failed: number
  readonly paused: number
  readonly underWay: number
  readonly bytes: number
  readonly sent: number
}

const nothing: UploadTotals = { count: 0, done: 0, failed: 0, paused: 0, underWay: 0, bytes: 0, sent: 0 }

export const totalsOf = (uploads: readonly Upload[]): UploadTotals =>
  uploads.reduce(
    (total, upload) => ({
      count: total.count + 1,
      done: total.done + Number(upload.state === 'done'),
      failed: total.failed + Number(upload.state === 'failed'),
      paused: total.paused + Number(upload.state === 'paused'),
      underWay: total.underWay + Number(isUnderWay(upload)),
      bytes: total.bytes + upload.size,
      sent: total.sent + upload.sent,
    }),
    nothing,
  )
