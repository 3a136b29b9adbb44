import { call } from '../../api/admin.ts'
import { planParts, type PlannedPart } from './part-plan.ts'
import { putBytes } from './put-bytes.ts'
import { signedParts, type UploadAddress } from './signed-parts.ts'
import { addressOf, contentTypeOf, type Transfer } from './transfer.ts'
import { withRetries } from './with-retries.ts'

type Tags = Map<number, string>

/** Sends the parts that are not there yet, several at once, and makes an object of all. */
export async function transferParts(transfer: Transfer): Promise<void> {
  const { place, key, file, resumable, slots, signal } = transfer
  const isNew = resumable.uploadId === undefined
  resumable.uploadId ??= beginUpload(transfer)
  const address = { ...addressOf(place), key, uploadId: await resumable.uploadId }
  signal.throwIfAborted()
  const tags = isNew ? new Map<number, string>() : await arrivedParts(address, signal)
  const parts = planParts(file.size)
  const missing = parts.filter(({ partNumber }) => !tags.has(partNumber))
  const progress = sumOf(parts, tags, transfer.onProgress)
  const urls = signedParts(
    address,
    missing.map(({ partNumber }) => partNumber),
  )

  const sendPart = async ({ partNumber, start, end }: PlannedPart): Promise<void> => {
    const url = await urls.get(partNumber)
    const onProgress = (sent: number) => {
      progress(partNumber, sent)
    }
    const sending = putBytes(url, file.slice(start, end), { onProgress, signal })
    // A URL that failed may be too old.
    const etag = await sending.catch((error: unknown) => {
      urls.forget(partNumber)
      onProgress(0)
      throw error
    })
    tags.set(partNumber, etag)
  }

  const failed = new AbortController()
  await Promise.all(
    missing.map((part) =>
      slots(async () => {
        if (failed.signal.aborted) return
        await withRetries(() => sendPart(part), signal).catch((error: unknown) => {
          failed.abort()
          throw error
        })
      }),
    ),
  )
  await withRetries(() => call('completeUpload', { ...address, parts: namedParts(tags) }, signal), signal)
}

const namedParts = (tags: Tags) =>
  [...tags].map(([partNumber, etag]) => ({ partNumber, etag })).sort((a, b) => a.partNumber - b.partNumber)

/** Is not broken off by a pause: the server would have an upload that nobody knows. */
async function beginUpload({ place, key, file, resumable, signal }: Transfer): Promise<string> {
  const input = { ...addressOf(place), key, contentType: contentTypeOf(file) }
  try {
    const { uploadId } = await withRetries(() => call('createUpload', input), signal)
    return uploadId
  } catch (error) {
    delete resumable.uploadId
    throw error
  }
}

/** What an earlier attempt has brought there. */
async function arrivedParts(address: UploadAddress, signal: AbortSignal): Promise<Tags> {
  const tags: Tags = new Map()
  let after: number | undefined
  do {
    const input = { ...address, after }
    const page = await withRetries(() => call('listParts', input, signal), signal)
    for (const { partNumber, etag } of page.parts) tags.set(partNumber, etag)
    after = page.next ?? undefined
  } while (after !== undefined)
  return tags
}

/** Adds up what has gone of each part. */
function sumOf(parts: readonly PlannedPart[], arrived: Tags, onProgress: (sent: number) => void) {
  const sent = new Map<number, number>()
  let total = 0
  const tell = (partNumber: number, bytes: number): void => {
    total += bytes - (sent.get(partNumber) ?? 0)
    sent.set(partNumber, bytes)
    onProgress(total)
  }
  for (const { partNumber, start, end } of parts) if (arrived.has(partNumber)) tell(partNumber, end - start)
  return tell
}
