import { batchesOf } from '../../lib/batches.ts'
import { isDue, type Circumstances } from './expiring.ts'
import { prefixesOf } from './prefixes.ts'
import { isAboutKey } from './rule-filter.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Metadata } from '../ports.ts'
import type { Parts } from '../parts.ts'
import type { Upload } from '../uploads/upload.ts'

/** Uploads that are aborted in one transaction. */
const batchSize = 50

/** Aborts the uploads of a bucket that have been unfinished for too long, some at a time; yields how many. */
export async function* abortUploads(
  { metadata, settings }: Pick<Parts, 'metadata' | 'settings'>,
  bucket: Bucket,
  circumstances: Circumstances,
): AsyncGenerator<number> {
  const trashAfter = circumstances.now + settings.trashMs
  for await (const uploads of batchesOf(dueUploads(metadata, bucket, circumstances), batchSize))
    yield await metadata.transaction(async (tx) => {
      let aborted = 0
      for (const { id, key } of uploads) {
        const upload = await tx.findUpload(bucket.id, key, id)
        if (!upload || upload.completion) continue
        await tx.abortUpload(id, trashAfter)
        aborted += 1
      }
      return aborted
    })
}

async function* dueUploads(
  metadata: Pick<Metadata, 'listUploads'>,
  { id: bucketId, configuration }: Bucket,
  circumstances: Circumstances,
): AsyncGenerator<Upload> {
  const rules = (configuration.lifecycle?.rules ?? []).filter(
    ({ isEnabled, abortDays }) => isEnabled && abortDays !== undefined,
  )
  for (const prefix of prefixesOf(rules))
    for await (const upload of uploadsBelow(metadata, bucketId, prefix)) {
      const isOver = rules.some(
        ({ abortDays = Infinity, filter }) =>
          isAboutKey(filter, upload.key) && isDue({ days: abortDays }, upload.createdAt, circumstances),
      )
      if (isOver) yield upload
    }
}

async function* uploadsBelow(
  metadata: Pick<Metadata, 'listUploads'>,
  bucketId: number,
  prefix: string,
): AsyncGenerator<Upload> {
  let marker = { keyMarker: '', uploadIdMarker: '' }
  for (;;) {
    const query = { bucketId, prefix, delimiter: undefined, ...marker, limit: 1000 }
    const { entries, isTruncated } = await metadata.listUploads(query)
    for (const entry of entries) if ('id' in entry) yield entry
    const last = entries.at(-1)
    if (!isTruncated || !last || !('id' in last)) return
    marker = { keyMarker: last.key, uploadIdMarker: last.id }
  }
}
