import { expect } from 'chai'
import type { Database } from '../../src/metadata/database.ts'
import { openObjectReads, type ObjectReads } from '../../src/metadata/object-reads.ts'
import { openObjectWriter } from '../../src/metadata/object-writer.ts'
import { openTemporaryDatabase } from './temporary-database.ts'
import { addBucket, bucketId, putOf } from './writes.ts'

describe('the object reads', () => {
  let database: Database
  let reads: ObjectReads

  beforeEach(async () => {
    database = await openTemporaryDatabase()
    await addBucket(database.writer)
    const writer = await openObjectWriter(database.writer)
    const blob = { content: { kind: 'blob' as const, blobId: 'b' } }
    await writer.apply([putOf('a', 'text'), putOf('empty', ''), putOf('blob', 'blob', blob)])
    reads = await openObjectReads(database.reader)
  })
  afterEach(() => database.close())

  it('give the bytes of inline objects only when asked for', async () => {
    const [bare, withData, empty] = await Promise.all([
      reads.findObject(bucketId, 'a', { withData: false }),
      reads.findObject(bucketId, 'a', { withData: true }),
      reads.findObject(bucketId, 'empty', { withData: true }),
    ])
    expect(bare?.content).to.deep.include({ kind: 'inline', data: undefined })
    expect(withData?.content).to.deep.include({ kind: 'inline', data: Buffer.from('text') })
    expect(empty?.content).to.deep.include({ kind: 'inline', data: Buffer.alloc(0) })
  })

  it('answer each of a crowd with its own row, missing ones with nothing', async () => {
    const keys = Array.from({ length: 600 }, (_, n) => ['a', 'blob', 'missing', 'empty'][n % 4] ?? '')
    const found = await Promise.all(keys.map((key) => reads.findObject(bucketId, key, { withData: true })))
    expect(found.map((version) => version?.key)).to.deep.equal(
      keys.map((key) => (key === 'missing' ? undefined : key)),
    )
    expect(await reads.findObject(bucketId + 1, 'a', { withData: false })).to.be.undefined
  })

  it('see a write as soon as it is committed', async () => {
    const writer = await openObjectWriter(database.writer)
    await database.writer.exec('BEGIN')
    await writer.apply([putOf('a', 'newer')])
    const before = await reads.findObject(bucketId, 'a', { withData: true })
    await database.writer.exec('COMMIT')
    const after = await reads.findObject(bucketId, 'a', { withData: true })
    expect([before?.etag, after?.etag]).to.deep.equal(['etag of text', 'etag of newer'])
  })
})
