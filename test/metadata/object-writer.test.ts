import { expect } from 'chai'
import type { Database } from '../../src/metadata/database.ts'
import { openObjectWriter, type ObjectWriter } from '../../src/metadata/object-writer.ts'
import type { ObjectPart } from '../../src/core/objects/object-version.ts'
import { openTemporaryDatabase } from './temporary-database.ts'
import { addBucket, bucketId, deleteOf, putOf } from './writes.ts'

const part = (partNumber: number): ObjectPart => ({
  partNumber,
  size: 5,
  etag: 'e',
  blobId: `part-${String(partNumber)}`,
  checksum: undefined,
})
const parts = { content: { kind: 'parts' as const, parts: [part(1), part(2)] }, size: 10 }
const blob = (blobId: string) => ({ content: { kind: 'blob' as const, blobId } })

describe('the object writer', () => {
  let database: Database
  let writer: ObjectWriter

  beforeEach(async () => {
    database = await openTemporaryDatabase()
    await addBucket(database.writer)
    writer = await openObjectWriter(database.writer)
  })
  afterEach(() => database.close())

  const rows = (table: string, ...columns: string[]): Promise<unknown[]> =>
    database.reader.knex(table).select(columns).orderBy(columns)
  const texts = async () =>
    (await database.reader.knex('inline_blobs').orderBy('sequence').pluck<Buffer[]>('data')).map(String)
  const usage = () => rows('usage', 'objects', 'bytes')

  it('keeps the bytes of each object of a batch apart, empty ones too', async () => {
    await writer.apply(['one', '', 'three', 'é'].map((text, n) => putOf(String(n), text)))
    expect(await texts()).to.deep.equal(['one', '', 'three', 'é'])
    expect(await rows('objects', 'key', 'sequence')).to.deep.equal(
      [0, 1, 2, 3].map((n) => ({ key: String(n), sequence: n + 1 })),
    )
  })

  it('drops the bytes of what it replaces and deletes', async () => {
    await writer.apply([putOf('a', 'old'), putOf('b', 'gone')])
    await writer.apply([putOf('a', 'new'), deleteOf('b')])
    expect(await texts()).to.deep.equal(['new'])
    expect(await usage()).to.deep.equal([{ objects: 1, bytes: 3 }])
  })

  it('stores only the last of many puts of a key, and trashes the blobs of the others', async () => {
    await writer.apply(['x', 'y', 'z'].map((id) => putOf('k', id, blob(id))))
    expect(await rows('objects', 'blob_id')).to.deep.equal([{ blob_id: 'z' }])
    expect(await rows('trash', 'blob_id', 'not_before')).to.deep.equal([
      { blob_id: 'x', not_before: 2000 },
      { blob_id: 'y', not_before: 2000 },
    ])
    expect(await usage()).to.deep.equal([{ objects: 1, bytes: 1 }])
  })

  it('trashes the blobs of parts together with their object', async () => {
    await writer.apply([putOf('k', 'parts', parts)])
    expect(await rows('object_parts', 'part_number', 'blob_id')).to.have.lengthOf(2)
    await writer.apply([deleteOf('k')])
    expect(await rows('object_parts', 'blob_id')).to.deep.equal([])
    expect(await rows('trash', 'blob_id')).to.deep.equal([{ blob_id: 'part-1' }, { blob_id: 'part-2' }])
    expect(await usage()).to.deep.equal([{ objects: 0, bytes: 0 }])
  })

  it('leaves nothing of an object that was put and deleted in one batch', async () => {
    await writer.apply([putOf('k', 'blob', blob('blob')), deleteOf('k')])
    expect(await rows('objects', 'key')).to.deep.equal([])
    expect(await rows('trash', 'blob_id')).to.deep.equal([{ blob_id: 'blob' }])
  })

  it('tells keys apart that differ in case, normal form or a trailing space', async () => {
    const keys = ['k', 'K', 'k ', 'e\u0301', '\u00e9', "'k", '"k', 'k%', '1', '01', '\u{1f600}']
    await writer.apply(keys.map((key) => putOf(key)))
    expect(await rows('objects', 'key')).to.have.lengthOf(keys.length)
    await writer.apply(keys.slice(1).map((key) => deleteOf(key)))
    expect(await rows('objects', 'key')).to.deep.equal([{ key: 'k' }])
  })

  it('refuses what goes to a bucket that is not there', async () => {
    expect(await writer.apply([putOf('k', 'k', { bucketId: bucketId + 1 })])).to.deep.equal([
      { kind: 'refused', code: 'NoSuchBucket' },
    ])
  })

  it('never lets Last-Modified of a key go back', async () => {
    await writer.apply([putOf('k', 'new', { now: 5000 })])
    const [answer] = await writer.apply([putOf('k', 'newer', { now: 4000 })])
    expect(answer).to.include({ kind: 'stored', lastModified: 5000 })
  })

  it('tells the last sequence that it allotted', async () => {
    await writer.apply([putOf('a'), putOf('b')])
    expect([writer.allotted(), await writer.lastSequence()]).to.deep.equal([2, 2])
    await writer.mark()
    expect([writer.allotted(), await writer.lastSequence()]).to.deep.equal([3, 3])
  })
})
