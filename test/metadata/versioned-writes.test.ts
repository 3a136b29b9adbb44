import { expect } from 'chai'
import fc from 'fast-check'
import { nullVersionId, versionIdOf } from '../../src/core/objects/version-id.ts'
import { openObjectWriter, type ObjectWriter } from '../../src/metadata/object-writer.ts'
import { openVersionListing } from '../../src/metadata/version-listing.ts'
import { openVersionReads } from '../../src/metadata/version-reads.ts'
import { usageRepository } from '../../src/metadata/usage-repository.ts'
import type { Database } from '../../src/metadata/database.ts'
import type { ObjectPart } from '../../src/core/objects/object-version.ts'
import type { Versioning } from '../../src/core/buckets/bucket.ts'
import type { WriteRequest } from '../../src/core/objects/evaluate-writes.ts'
import { openTemporaryDatabase } from './temporary-database.ts'
import { addBucket, bucketId, deleteOf, putOf } from './writes.ts'

const idOf = (sequence: number) => versionIdOf(sequence, 1000)

describe('writes of versions', () => {
  let database: Database
  let writer: ObjectWriter

  const rows = (table: string, ...columns: string[]): Promise<unknown[]> =>
    database.reader.knex(table).select(columns).orderBy(columns)
  const setVersioning = (versioning: Versioning) => database.writer.knex('buckets').update({ versioning })
  const namesOf = async () => {
    const list = await openVersionListing(database.lister)
    const query = { bucketId, prefix: '', delimiter: undefined, keyMarker: '', versionIdMarker: undefined }
    return (await list({ ...query, limit: 1000 })).entries.map((entry) =>
      'key' in entry ? `${entry.key} ${entry.versionId}${entry.isDeleteMarker ? ' deleted' : ''}` : '',
    )
  }
  beforeEach(async () => {
    database = await openTemporaryDatabase()
    // Many small commits, none of which has to last.
    await database.writer.exec('PRAGMA synchronous = OFF')
    await addBucket(database.writer)
    await setVersioning('enabled')
    writer = await openObjectWriter(database.writer)
  })
  afterEach(() => database.close())

  it('keep what belongs to a version with it, until it goes itself', async () => {
    const part: ObjectPart = { partNumber: 1, size: 5, etag: 'e', blobId: 'part', checksum: undefined }
    await writer.apply([
      putOf('k', 'inline'),
      putOf('k', 'blob', { content: { kind: 'blob', blobId: 'blob' } }),
      putOf('k', 'parts', { content: { kind: 'parts', parts: [part] } }),
    ])
    await writer.apply([deleteOf('k')])
    expect(await rows('inline_blobs', 'sequence')).to.have.length(1)
    expect(await rows('object_parts', 'blob_id')).to.have.length(1)
    expect(await rows('trash', 'blob_id')).to.deep.equal([])
    await writer.apply([1, 2, 3].map((n) => deleteOf('k', { versionId: idOf(n) })))
    expect(await rows('inline_blobs', 'sequence')).to.deep.equal([])
    expect(await rows('object_parts', 'blob_id')).to.deep.equal([])
    expect(await rows('trash', 'blob_id')).to.deep.equal([{ blob_id: 'blob' }, { blob_id: 'part' }])
  })

  it('empty a key with many versions in one batch, the newest first or last', async () => {
    const count = 200
    for (const order of [1, -1]) {
      await database.writer.knex('counters').update({ value: 0 })
      await writer.apply(Array.from({ length: count }, (_, n) => putOf('k', String(n))))
      const sequences = Array.from({ length: count }, (_, n) => n + 1).sort((a, b) => order * (a - b))
      const last = sequences.pop() ?? 0
      await writer.apply(sequences.map((sequence) => deleteOf('k', { versionId: idOf(sequence) })))
      expect(await namesOf()).to.deep.equal([`k ${idOf(last)}`])
      await writer.apply([deleteOf('k', { versionId: idOf(last) })])
      expect(await namesOf()).to.deep.equal([])
    }
  })

  it('leave the same versions as one write after another, however they are batched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 12 }), async (batches) => {
        for (const table of ['objects', 'versions', 'inline_blobs', 'usage'])
          await database.writer.knex(table).delete()
        await database.writer.knex('counters').update({ value: 0 })
        const model = new Map<string, readonly Version[]>()
        let sequence = 0
        for (const { versioning, writes } of batches) {
          await setVersioning(versioning)
          await writer.apply(writes.map((write) => requestOf(write)))
          for (const write of writes) applyTo(model, { ...write, versioning, sequence: ++sequence })
        }
        const expected = [...model]
          .sort()
          .flatMap(([key, versions]) =>
            versions.map(({ id, isMarker }) => `${key} ${id}${isMarker ? ' deleted' : ''}`),
          )
        expect(await namesOf()).to.deep.equal(expected)
        const objects = expected.filter((name) => !name.endsWith('deleted')).length
        expect(await rows('inline_blobs', 'sequence')).to.have.length(objects)
        const { recorded, counted } = await usageRepository(database.lister.knex).audit(bucketId)
        expect(recorded).to.deep.equal(counted)
        expect(counted.objects).to.equal(objects)
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it('are found by their ids and below a delete marker, with the bytes that are asked for', async () => {
    await setVersioning('off')
    await writer.apply([putOf('k', 'null')])
    await setVersioning('enabled')
    await writer.apply([putOf('k', 'live'), putOf('gone', 'old'), deleteOf('gone')])
    const { findVersion, findDeleteMarker } = await openVersionReads(database.reader)
    const find = async (key: string, versionId: string, withData = true) => {
      const version = await findVersion(bucketId, key, { versionId, withData })
      const { content } = version ?? {}
      return version?.isDeleteMarker ? 'marker' : content?.kind === 'inline' && content.data?.toString()
    }
    const all = [find('k', 'null'), find('k', idOf(2)), find('gone', idOf(3)), find('gone', idOf(4))]
    expect(await Promise.all(all)).to.deep.equal(['null', 'live', 'old', 'marker'])
    expect(await find('k', idOf(2), false)).to.equal(undefined)
    expect(await findVersion(bucketId, 'k', { versionId: idOf(3), withData: true })).to.equal(undefined)
    expect((await findDeleteMarker(bucketId, 'gone'))?.versionId).to.equal(idOf(4))
    expect(await findDeleteMarker(bucketId, 'k')).to.equal(undefined)
    expect(await findDeleteMarker(bucketId, 'never')).to.equal(undefined)
  })
})

interface Write {
  readonly kind: 'put' | 'delete' | 'remove'
  readonly key: string
  /** Of the version that is removed; 0: the null version. */
  readonly target: number
}
const write = fc.record({
  kind: fc.constantFrom('put', 'put', 'delete', 'remove', 'remove'),
  key: fc.constantFrom('a', 'b'),
  target: fc.integer({ min: 0, max: 20 }),
})
const batch = fc.record({
  versioning: fc.constantFrom('enabled', 'enabled', 'suspended'),
  writes: fc.array(write, { minLength: 1, maxLength: 8 }),
})

const targetOf = ({ target }: Write) => (target === 0 ? nullVersionId : idOf(target))

function requestOf(write: Write): WriteRequest {
  if (write.kind === 'put') return putOf(write.key)
  return deleteOf(write.key, write.kind === 'remove' ? { versionId: targetOf(write) } : {})
}

interface Version {
  readonly id: string
  readonly isMarker: boolean
}
interface Step extends Write {
  readonly versioning: Versioning
  readonly sequence: number
}

function applyTo(model: Map<string, readonly Version[]>, step: Step): void {
  const { kind, key, versioning, sequence } = step
  const without = (id: string) => (model.get(key) ?? []).filter((version) => version.id !== id)
  const id = versioning === 'enabled' ? idOf(sequence) : nullVersionId
  if (kind === 'remove') model.set(key, without(targetOf(step)))
  else model.set(key, [{ id, isMarker: kind === 'delete' }, ...without(id)])
}
