import { requireRoom, type Growth } from './allowance.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Parts } from '../parts.ts'

/** The most that an object in a bucket may have, in bytes. */
export const mostObjectBytes = (
  { settings }: { readonly settings: Pick<Parts['settings'], 'maxObjectBytes'> },
  { account }: Pick<Bucket, 'account'>,
): number => Math.min(settings.maxObjectBytes, account?.quota?.objectBytes ?? Infinity)

/** Whether anything but the disk bounds what a bucket holds. */
export const isMetered = ({ quota, account }: Pick<Bucket, 'quota' | 'account'>): boolean =>
  quota !== undefined || account?.quota !== undefined

/**
 * Throws QuotaExceeded for an object that does not fit, before its bytes are asked for; the commit decides for good. `size` is undefined where
 * nobody said it.
 */
export async function refusePut(
  { metadata }: Pick<Parts, 'metadata'>,
  bucket: Bucket,
  { key, size = 0 }: { readonly key: string; readonly size: number | undefined },
): Promise<void> {
  if (!isMetered(bucket)) return
  const replaced =
    bucket.versioning === 'enabled'
      ? undefined
      : await metadata.findVersion(bucket.id, key, { versionId: 'null', withData: false })
  const growth: Growth =
    replaced && !replaced.isDeleteMarker
      ? { objects: 0, bytes: size - replaced.size }
      : { objects: 1, bytes: size }
  requireRoom(await metadata.allowances(bucket.id), growth)
}

interface SizedPart {
  readonly uploadId: string
  readonly partNumber: number
  readonly size: number | undefined
}

/** The same for a part of an upload. */
export async function refusePart(
  { metadata }: Pick<Parts, 'metadata'>,
  bucket: Bucket,
  { uploadId, partNumber, size = 0 }: SizedPart,
): Promise<void> {
  if (!isMetered(bucket)) return
  const [next] = await metadata.listParts(uploadId, { after: partNumber - 1, limit: 1 })
  const replaced = next?.partNumber === partNumber ? next.size : 0
  requireRoom(await metadata.allowances(bucket.id), { objects: 0, bytes: size - replaced })
}
