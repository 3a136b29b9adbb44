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

async function transferWhole({ key, file, urls, slots, signal, onProgress }: Transfer): Promise<void> {
  const contentType = contentTypeOf(file)
  const attempt = async () => {
    const url = await urls.get(key)
    await putBytes(url, file, { contentType, onProgress, signal }).catch((error: unknown) => {
      urls.forget(key)
      throw error
    })
  }
  await slots(() => withRetries(attempt, signal))
}

/** Gives up what has gone so far. */
export async function abandonTransfer(place: UploadPlace, key: string, { uploadId }: Resumable) {
  const begun = await uploadId
  if (begun !== undefined) await call('abortUpload', { ...addressOf(place), key, uploadId: begun })
}
