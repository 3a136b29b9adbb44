import { batched } from './batch.ts'
import { objectFrom, objectColumns } from './object-row.ts'
import type { Connection } from './connection.ts'
import type { ObjectVersion } from '../core/objects/object-version.ts'

interface Wanted {
  readonly bucketId: number
  readonly key: string
  readonly withData: boolean
}

/** Look-ups of live objects: those that arrive while one statement runs share the next. */
export async function openObjectReads(reader: Connection) {
  // Column and JSON value must have the same affinity, or the index is not used.
  const find = await reader.prepare(
    `SELECT wanted.key AS n, json_array(${objectColumns.map((column) => `o.${column}`).join(', ')}) AS row, i.data
     FROM json_each(?) wanted
     CROSS JOIN objects o ON o.bucket_id = wanted.value ->> 0 AND o.key = wanted.value ->> 1
     LEFT JOIN inline_blobs i ON wanted.value ->> 2 AND o.is_inline AND i.sequence = o.sequence`,
  )
  const findAll = async (wanted: readonly Wanted[]): Promise<readonly (ObjectVersion | undefined)[]> => {
    const rows = await find.all<{ n: number; row: string; data: Buffer | null }>(
      JSON.stringify(wanted.map(({ bucketId, key, withData }) => [bucketId, key, withData ? 1 : 0])),
    )
    const found = new Array<ObjectVersion | undefined>(wanted.length)
    for (const { n, row, data } of rows)
      found[n] = objectFrom(JSON.parse(row) as unknown[], data ?? undefined)
    return found
  }
  const findOne = batched(findAll, { count: 256 })
  return {
    findObject: (bucketId: number, key: string, { withData }: { readonly withData: boolean }) =>
      findOne({ bucketId, key, withData }),
  }
}

export type ObjectReads = Awaited<ReturnType<typeof openObjectReads>>
