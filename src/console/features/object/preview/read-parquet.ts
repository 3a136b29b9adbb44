import {
  asyncBufferFromUrl,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type FileMetaData,
} from 'hyparquet'
import { parquetBytes, parquetRows } from './preview-limits.ts'

export interface ParquetColumn {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
}

export interface ParquetHead {
  readonly columns: readonly ParquetColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Of the whole file. */
  readonly rowCount: number
  readonly createdBy: string | undefined
  /** Why there are no rows: their group is too large, or is compressed in a way that is not read here. */
  readonly withoutRows: 'too-large' | 'unreadable' | undefined
}

/** Schema and first rows of a Parquet file, by ranges of its URL. Throws for what is no Parquet. */
export async function readParquetHead(url: string, byteLength: number): Promise<ParquetHead> {
  const file = await asyncBufferFromUrl({ url, byteLength })
  const metadata = await parquetMetadataAsync(file)
  const columns = columnsOf(metadata)
  const described = {
    columns,
    rowCount: Number(metadata.num_rows),
    createdBy: metadata.created_by,
  }
  if (firstGroupBytes(metadata) > parquetBytes) return { ...described, rows: [], withoutRows: 'too-large' }
  try {
    const found = await parquetReadObjects({ file, metadata, rowStart: 0, rowEnd: parquetRows })
    const rows = found.map((row) => columns.map(({ name }) => textOf(row[name])))
    return { ...described, rows, withoutRows: undefined }
  } catch {
    return { ...described, rows: [], withoutRows: 'unreadable' }
  }
}

const columnsOf = (metadata: FileMetaData): readonly ParquetColumn[] =>
  parquetSchema(metadata).children.map(({ element, children }) => ({
    name: element.name,
    type:
      element.logical_type?.type ??
      element.converted_type ??
      element.type ??
      (children.length > 0 ? 'STRUCT' : ''),
    isRequired: element.repetition_type === 'REQUIRED',
  }))

const firstGroupBytes = ({ row_groups: [first] }: FileMetaData): number =>
  Number(first?.total_compressed_size ?? first?.total_byte_size ?? 0)

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'bigint') return String(value)
  return value instanceof Date ? value.toISOString() : JSON.stringify(value, plainNumber)
}

/** JSON has no numbers of 64 bits. */
const plainNumber = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
