import { expect } from 'chai'
import { usageChanges, usageRepository } from '../../src/metadata/usage-repository.ts'
import { openTemporaryDatabase } from './temporary-database.ts'
import type { Database } from '../../src/metadata/database.ts'

const nothing = { objects: 0, bytes: 0, partBytes: 0 }

describe('the usage repository', () => {
  let database: Database
  beforeEach(async () => {
    database = await openTemporaryDatabase()
  })
  afterEach(() => database.close())

  const addRow = (table: 'objects' | 'versions', row: Readonly<Record<string, unknown>>) =>
    database.writer.knex(table).insert({
      bucket_id: 1,
      version_id: 'v',
      etag: 'e',
      modified: 0,
      owner_id: 'o',
      storage_class: 'STANDARD',
      is_inline: 1,
      part_count: 0,
      attributes: '{}',
      ...row,
    })

  const addPart = async (bucketId: number, partNumber: number, size: number) => {
    const { knex } = database.writer
    const upload = {
      id: `upload-${String(bucketId)}`,
      bucket_id: bucketId,
      key: 'k',
      owner_id: 'o',
      created_at: 0,
    }
    await knex('uploads')
      .insert({ ...upload, storage_class: 'STANDARD', attributes: '{}' })
      .onConflict('id')
      .ignore()
    const part = { upload_id: upload.id, part_number: partNumber, bucket_id: bucketId, size, modified: 0 }
    await knex('parts').insert({ ...part, etag: 'e', blob_id: `${upload.id}/${String(partNumber)}` })
  }

  it('tells what is on record from what the rows add up to, and puts that on record', async () => {
    await addRow('objects', { key: 'a', sequence: 1, size: 10 })
    await addRow('objects', { key: 'b', sequence: 2, size: 5 })
    await addRow('objects', { key: 'a', sequence: 3, size: 99, bucket_id: 2 })
    await addRow('versions', { key: 'a', sequence: 4, size: 7, is_delete_marker: 0 })
    await addRow('versions', { key: 'c', sequence: 5, size: 0, is_delete_marker: 1 })
    await addPart(1, 1, 100)
    await addPart(1, 2, 10)
    await addPart(2, 1, 1)
    const usage = usageRepository(database.lister.knex)
    const counted = { objects: 3, bytes: 22, partBytes: 110 }
    expect(await usage.audit(1)).to.deep.equal({ recorded: nothing, counted })
    await usageChanges(database.writer.knex).recount(1)
    expect(await usage.audit(1)).to.deep.equal({ recorded: counted, counted })
    expect(await usage.find(1)).to.deep.equal(counted)
    expect(await usage.find(2)).to.deep.equal(nothing)
  })

  it('finds an empty bucket to be empty', async () => {
    expect(await usageRepository(database.lister.knex).audit(1)).to.deep.equal({
      recorded: nothing,
      counted: nothing,
    })
  })
})
