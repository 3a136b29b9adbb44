/** A Parquet file of two columns, `id` (INT64) and `name` (text), uncompressed and in one row group. https://parquet.apache.org/docs/file-format/ */
export function parquetFile(rows: readonly { readonly id: number; readonly name: string }[]): Buffer {
  const count = rows.length
  const ids = page(count, Buffer.concat(rows.map(({ id }) => int64(id))))
  const names = page(count, Buffer.concat(rows.map(({ name }) => text(name))))
  const magic = Buffer.from('PAR1')
  const idsAt = magic.length
  const namesAt = idsAt + ids.length
  const footer = struct([
    [1, I32, integer(1)],
    [2, LIST, list(STRUCT, [root, column('id', 2), column('name', 6, 0)])],
    [3, I64, integer(count)],
    [
      4,
      LIST,
      list(STRUCT, [
        struct([
          [
            1,
            LIST,
            list(STRUCT, [chunk('id', 2, idsAt, ids, count), chunk('name', 6, namesAt, names, count)]),
          ],
          [2, I64, integer(ids.length + names.length)],
          [3, I64, integer(count)],
        ]),
      ]),
    ],
    [6, BINARY, binary('a test')],
  ])
  return Buffer.concat([magic, ids, names, footer, uint32(footer.length), magic])
}

// Types of Thrift's compact protocol.
const I32 = 5
const I64 = 6
const BINARY = 8
const LIST = 9
const STRUCT = 12

type Field = readonly [id: number, type: number, value: Buffer]

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}

const integer = (value: number) => varint(value * 2)
const binary = (value: string) => Buffer.concat([varint(Buffer.byteLength(value)), Buffer.from(value)])
const list = (type: number, members: readonly Buffer[]) =>
  Buffer.concat([Buffer.from([(members.length << 4) | type]), ...members])

function struct(fields: readonly Field[]): Buffer {
  const parts = fields.flatMap(([id, type, value], at) => {
    const [before = 0] = fields[at - 1] ?? []
    return [Buffer.from([((id - before) << 4) | type]), value]
  })
  return Buffer.concat([...parts, Buffer.from([0])])
}

const root = struct([
  [4, BINARY, binary('root')],
  [5, I32, integer(2)],
])

const column = (name: string, type: number, converted?: number) =>
  struct([
    [1, I32, integer(type)],
    [3, I32, integer(0)],
    [4, BINARY, binary(name)],
    ...(converted === undefined ? [] : [[6, I32, integer(converted)] as const]),
  ])

function page(count: number, values: Buffer): Buffer {
  const header = struct([
    [1, I32, integer(0)],
    [2, I32, integer(values.length)],
    [3, I32, integer(values.length)],
    [
      5,
      STRUCT,
      struct([
        [1, I32, integer(count)],
        [2, I32, integer(0)],
        [3, I32, integer(3)],
        [4, I32, integer(3)],
      ]),
    ],
  ])
  return Buffer.concat([header, values])
}

// eslint-disable-next-line max-params -- As the format has them.
const chunk = (name: string, type: number, at: number, bytes: Buffer, count: number) =>
  struct([
    [2, I64, integer(at)],
    [
      3,
      STRUCT,
      struct([
        [1, I32, integer(type)],
        [2, LIST, list(I32, [integer(0)])],
        [3, LIST, list(BINARY, [binary(name)])],
        [4, I32, integer(0)],
        [5, I64, integer(count)],
        [6, I64, integer(bytes.length)],
        [7, I64, integer(bytes.length)],
        [9, I64, integer(at)],
      ]),
    ],
  ])

function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(BigInt(value))
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const text = (value: string) => Buffer.concat([uint32(Buffer.byteLength(value)), Buffer.from(value)])
