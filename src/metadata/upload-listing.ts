import type { Knex } from 'knex'
import { behindKey, behindPrefix, commonPrefixOf, compareKeys } from '../lib/key-order.ts'
import { uploadFrom, type UploadRow } from './upload-repository.ts'
import type { Upload, UploadPage, UploadQuery } from '../core/uploads/upload.ts'

/** Everything from this key on; of the key itself, given `behind`, only the uploads after that one. */
interface Place {
  readonly key: string
  readonly behind?: Pick<Upload, 'createdAt' | 'id'>
}

/** Unfinished uploads by key, then age: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html */
export function uploadListing(db: Knex) {
  const read = async ({ bucketId, prefix }: UploadQuery, place: Place, count: number) => {
    const query = db<UploadRow>('uploads')
      .where({ bucket_id: bucketId })
      .whereNull('completion')
      .where('key', '>=', place.key)
      .where('key', '<', behindPrefix(prefix))
    if (place.behind)
      query.whereRaw('(key, created_at, id) > (?, ?, ?)', [
        place.key,
        place.behind.createdAt,
        place.behind.id,
      ])
    return (await query.orderBy(['key', 'created_at', 'id']).limit(count)).map(uploadFrom)
  }

  /** When the marker's upload was aborted meanwhile, the rest of its key is listed again rather than skipped. */
  const placeOf = async ({
    bucketId,
    prefix,
    delimiter,
    keyMarker,
    uploadIdMarker,
  }: UploadQuery): Promise<Place> => {
    if (keyMarker === '' || compareKeys(keyMarker, prefix) < 0) return { key: prefix }
    const skipped = commonPrefixOf(keyMarker, prefix, delimiter)
    if (skipped !== undefined) return { key: behindPrefix(skipped) }
    if (uploadIdMarker === '') return { key: behindKey(keyMarker) }
    const row = await db<UploadRow>('uploads')
      .where({ id: uploadIdMarker, bucket_id: bucketId, key: keyMarker })
      .first('created_at', 'id')
    return row ? { key: keyMarker, behind: { createdAt: row.created_at, id: row.id } } : { key: keyMarker }
  }

  return async (query: UploadQuery): Promise<UploadPage> => {
    const { prefix, delimiter, limit } = query
    const entries: UploadPage['entries'][number][] = []
    if (limit <= 0) return { entries, isTruncated: false }
    let place = await placeOf(query)
    for (;;) {
      const uploads = await read(query, place, limit + 1)
      for (const upload of uploads) {
        // Below a common prefix that is listed already.
        if (compareKeys(upload.key, place.key) < 0) continue
        if (entries.length === limit) return { entries, isTruncated: true }
        const commonPrefix = commonPrefixOf(upload.key, prefix, delimiter)
        entries.push(commonPrefix === undefined ? upload : { commonPrefix })
        place =
          commonPrefix === undefined
            ? { key: upload.key, behind: upload }
            : { key: behindPrefix(commonPrefix) }
      }
      if (uploads.length <= limit) return { entries, isTruncated: false }
    }
  }
}
