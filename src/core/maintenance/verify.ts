import { isDeepStrictEqual } from 'node:util'
import { findLost } from './find-lost.ts'
import { dropLost } from './drop-lost.ts'
import { findOrphans, trashOrphans } from './sweep.ts'
import { allBuckets } from '../buckets/all-buckets.ts'
import { mostListed } from './verification.ts'
import type { LostBlob, UsageFault, Verification, VerifyOptions } from './verification.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Parts } from '../parts.ts'

/** Younger ones may belong to an upload that has not been committed yet. */
const orphanAgeMs = 3_600_000

type VerifyParts = Pick<Parts, 'blobs' | 'clock' | 'metadata' | 'serverKey' | 'settings'>

/** Compares rows with blobs in both directions, and the recorded usage with the rows; mends what it is told to. */
export const verify =
  (parts: VerifyParts) =>
  async (options: VerifyOptions = {}): Promise<Verification> => {
    const buckets = await bucketsById(parts)
    const rows = await verifyRows(parts, { ...options, buckets })
    const store = await verifyStore(parts, options)
    return { ...rows, ...store, usage: await verifyUsage(parts, buckets, options) }
  }

type Buckets = ReadonlyMap<number, Bucket>

async function verifyRows(parts: VerifyParts, options: VerifyOptions & { readonly buckets: Buckets }) {
  const total = await parts.metadata.countNamedBlobs()
  const lost: LostBlob[] = []
  let checkedBlobs = 0
  let lostCount = 0
  for await (const page of findLost(parts, options)) {
    checkedBlobs += page.checked
    lostCount += page.lost.length
    options.onProgress?.({ phase: 'objects', checked: checkedBlobs, total: Math.max(total, checkedBlobs) })
    for (const { blob, reason } of page.lost) {
      const isDropped =
        options.isRepair === true && options.dropsLost === true && (await dropLost(parts, blob))
      if (lost.length >= mostListed) continue
      const bucket = options.buckets.get(blob.bucketId)?.name ?? ''
      const { key, versionId, uploadId, annotation, blobId } = blob
      lost.push({ bucket, key, versionId, uploadId, annotation, blobId, reason, isDropped })
    }
  }
  return { checkedBlobs, lostCount, lost }
}

async function verifyStore(parts: VerifyParts, { isRepair, signal, onProgress }: VerifyOptions) {
  const total = await parts.metadata.countNamedBlobs()
  const orphans: string[] = []
  let orphanCount = 0
  let orphanBytes = 0
  let checked = 0
  for await (const batch of findOrphans(parts, orphanAgeMs)) {
    signal?.throwIfAborted()
    checked += batch.checked
    for (const id of batch.orphans) orphanBytes += (await parts.blobs.size(id)) ?? 0
    orphanCount += batch.orphans.length
    orphans.push(...batch.orphans.slice(0, mostListed - orphans.length))
    if (isRepair) await trashOrphans(parts, batch.orphans)
    onProgress?.({ phase: 'store', checked, total: Math.max(total, checked) })
  }
  return { orphanCount, orphanBytes, orphans }
}

async function verifyUsage({ metadata }: VerifyParts, buckets: Buckets, { isRepair }: VerifyOptions) {
  const faults: UsageFault[] = []
  for (const { id, name } of buckets.values()) {
    const { recorded, counted } = await metadata.auditUsage(id)
    if (isDeepStrictEqual(recorded, counted)) continue
    faults.push({ bucket: name, recorded, counted })
    if (isRepair) await metadata.transaction((tx) => tx.recountUsage(id))
  }
  return faults
}

async function bucketsById(parts: VerifyParts): Promise<Buckets> {
  const all = new Map<number, Bucket>()
  for await (const bucket of allBuckets(parts)) all.set(bucket.id, bucket)
  return all
}
