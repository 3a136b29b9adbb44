import { call } from '../../api/admin.ts'
import { isMultipart } from './part-plan.ts'
import { putBytes } from './put-bytes.ts'
import { addressOf, contentTypeOf, type Resumable, type Transfer } from './transfer.ts'
import { transferParts } from './transfer-parts.ts'
import { withRetries } from './with-retries.ts'
import type { UploadPlace } from './upload.ts'

/** Puts a file into a bucket: by one request, or in parts. Rejects with a Problem, or an AbortError. */
export const transferFile = (transfer: Transfer): Promise<void> =>
  isMultipart(transfer.file.size) ? transferParts(transfer) : transferWhole(transfer)

async function transferWhole({ place, key, file, slots, signal, onProgress }: Transfer): Promise<void> {
  const contentType = contentTypeOf(file)
  const input = { ...addressOf(place), key, method: 'PUT', expiresInSeconds: 3600, contentType } as const
  const attempt = async () => {
    const { url } = await call('presignObject', input, signal)
    await putBytes(url, file, { contentType, onProgress, signal })
  }
  await slots(() => withRetries(attempt, signal))
}

/** Gives up what has gone so far. */
export async function abandonTransfer(place: UploadPlace, key: string, { uploadId }: Resumable) {
  const begun = await uploadId
  if (begun !== undefined) await call('abortUpload', { ...addressOf(place), key, uploadId: begun })
}
