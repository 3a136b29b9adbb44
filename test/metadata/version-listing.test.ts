import { expect } from 'chai'
import fc from 'fast-check'
import { openObjectWriter, type ObjectWriter } from '../../src/metadata/object-writer.ts'
import { openVersionListing } from '../../src/metadata/version-listing.ts'
import { versionIdOf } from '../../src/core/objects/version-id.ts'
import type { Database } from '../../src/metadata/database.ts'
import type { VersionPage, VersionQuery } from '../../src/core/objects/list-query.ts'
import { openTemporaryDatabase } from './temporary-database.ts'
import { addBucket, bucketId, deleteOf, putOf } from './writes.ts'

const everything: VersionQuery = {
  bucketId,
  prefix: '',
  delimiter: undefined,
  keyMarker: '',
  versionIdMarker: undefined,
  limit: 1000,
}
const idOf = (sequence: number) => versionIdOf(sequence, 1000)

type Entry = VersionPage['entries'][number]
const nameOf = (entry: Entry) =>
  'commonPrefix' in entry
    ? `${entry.commonPrefix} …`
    : `${entry.key} ${entry.versionId}${entry.isDeleteMarker ? ' deleted' : ''}${entry.isLatest ? ' latest' : ''}`

describe('the listing of versions', () => {
  let database: Database
  let writer: ObjectWriter
  let list: (query: VersionQuery) => Promise<VersionPage>

  const namesOf = async (query: Partial<VersionQuery> = {}) =>
    (await list({ ...everything, ...query })).entries.map(nameOf)
  const setVersioning = (versioning: string) => database.writer.knex('buckets').update({ versioning })
  const empty = async () => {
    for (const table of ['objects', 'versions', 'inline_blobs']) await database.writer.knex(table).delete()
    await database.writer.knex('counters').update({ value: 0 })
  }
  before(async () => {
    database = await openTemporaryDatabase()
    // Many small commits, none of which has to last.
    await database.writer.exec('PRAGMA synchronous = OFF')
    await addBucket(database.writer)
    writer = await openObjectWriter(database.writer)
    list = await openVersionListing(database.lister)
  })
  beforeEach(async () => {
    await empty()
    await setVersioning('enabled')
  })
  after(() => database.close())

  it('tells all of a version, wherever it stands', async () => {
    const attributes = { checksum: { algorithm: 'CRC32', type: 'FULL_OBJECT', value: 'x' } } as const
    await writer.apply([putOf('k', 'old', { storageClass: 'GLACIER', attributes }), putOf('k', 'newer')])
    const shared = { key: 'k', ownerId: 'c', lastModified: 1000, isDeleteMarker: false }
    expect((await list(everything)).entries).to.deep.equal([
      {
        ...shared,
        versionId: idOf(2),
        isLatest: true,
        size: 5,
        etag: 'etag of newer',
        storageClass: 'STANDARD',
        checksumAlgorithm: undefined,
        checksumType: undefined,
      },
      {
        ...shared,
        versionId: idOf(1),
        isLatest: false,
        size: 3,
        etag: 'etag of old',
        storageClass: 'GLACIER',
        checksumAlgorithm: 'CRC32',
        checksumType: 'FULL_OBJECT',
      },
    ])
  })

  it('lists the versions of a key newest first, delete markers among them', async () => {
    await writer.apply([putOf('b'), putOf('a'), deleteOf('a'), putOf('a'), deleteOf('a'), deleteOf('never')])
    expect(await namesOf()).to.deep.equal([
      `a ${idOf(5)} deleted latest`,
      `a ${idOf(4)}`,
      `a ${idOf(3)} deleted`,
      `a ${idOf(2)}`,
      `b ${idOf(1)} latest`,
      `never ${idOf(6)} deleted latest`,
    ])
  })

  it('goes on behind a version that has been removed meanwhile', async () => {
    await writer.apply([1, 2, 3, 4].map((n) => putOf('k', String(n))))
    await writer.apply([deleteOf('k', { versionId: idOf(4) }), deleteOf('k', { versionId: idOf(3) })])
    expect(await namesOf({ keyMarker: 'k', versionIdMarker: idOf(3) })).to.deep.equal([
      `k ${idOf(2)} latest`,
      `k ${idOf(1)}`,
    ])
  })

  it('knows the place of the null version', async () => {
    await setVersioning('off')
    await writer.apply([putOf('k', 'null')])
    await setVersioning('enabled')
    await writer.apply([putOf('k'), putOf('l')])
    expect(await namesOf()).to.deep.equal([`k ${idOf(2)} latest`, 'k null', `l ${idOf(3)} latest`])
    expect(await namesOf({ keyMarker: 'k', versionIdMarker: 'null' })).to.deep.equal([`l ${idOf(3)} latest`])
    await writer.apply([deleteOf('k', { versionId: 'null' })])
    expect(await namesOf({ keyMarker: 'k', versionIdMarker: 'null' })).to.have.length(2)
  })

  it('skips all versions of a key that is the marker by itself, or lies in a common prefix', async () => {
    await writer.apply([putOf('a/1'), putOf('a/1'), putOf('b'), putOf('b'), putOf('c')])
    const last = [`c ${idOf(5)} latest`]
    expect(await namesOf({ keyMarker: 'b' })).to.deep.equal(last)
    const within = { delimiter: '/', keyMarker: 'a/1', versionIdMarker: idOf(2) }
    expect(await namesOf(within)).to.deep.equal([`b ${idOf(4)} latest`, `b ${idOf(3)}`, ...last])
  })

  it('answers a limit of zero with an empty page', async () => {
    await writer.apply([putOf('k')])
    expect(await list({ ...everything, limit: 0 })).to.deep.equal({ entries: [], isTruncated: false })
  })

  it('returns what a listing by hand returns, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ writes, prefix, delimiter, limit }) => {
        await empty()
        await writer.apply(writes.map(([key, isDelete]) => (isDelete ? deleteOf(key) : putOf(key))))
        const expected = listByHand(writes, { prefix, delimiter })
        const found: string[] = []
        let markers: Pick<VersionQuery, 'keyMarker' | 'versionIdMarker'> = {
          keyMarker: '',
          versionIdMarker: undefined,
        }
        for (;;) {
          const page = await list({ ...everything, prefix, delimiter, limit, ...markers })
          found.push(...page.entries.map(nameOf))
          const last = page.entries.at(-1)
          if (!page.isTruncated || !last) break
          expect(page.entries).to.have.length(limit)
          markers =
            'key' in last
              ? { keyMarker: last.key, versionIdMarker: last.versionId }
              : { keyMarker: last.commonPrefix, versionIdMarker: undefined }
        }
        expect(found).to.deep.equal(expected)
      }),
      { seed: 31, numRuns: 200 },
    )
  })
})

const letters = ['a', '/', '/', '-', 'e\u0301', '\uD7FF', '\uE000', '\u{1F600}', '\u{10FFFF}']
const text = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((parts) => parts.join(''))

const scenario = fc.record({
  writes: fc.array(fc.tuple(text(1, 3), fc.boolean()), { maxLength: 60 }),
  prefix: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: text(1, 2) }),
  delimiter: fc.oneof(fc.constant(undefined), fc.constant('/'), text(1, 2)),
  limit: fc.integer({ min: 1, max: 8 }),
})

type Writes = readonly (readonly [key: string, isDelete: boolean])[]

function listByHand(writes: Writes, { prefix, delimiter }: Pick<VersionQuery, 'prefix' | 'delimiter'>) {
  const versions = new Map<string, string[]>()
  writes.forEach(([key, isDelete], n) => {
    versions.set(key, [`${idOf(n + 1)}${isDelete ? ' deleted' : ''}`, ...(versions.get(key) ?? [])])
  })
  const names = new Set<string>()
  for (const [key, ids] of [...versions].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    if (!key.startsWith(prefix)) continue
    const at = delimiter === undefined ? -1 : key.indexOf(delimiter, prefix.length)
    if (delimiter !== undefined && at >= 0) names.add(`${key.slice(0, at + delimiter.length)} …`)
    else ids.forEach((id, n) => names.add(`${key} ${id}${n === 0 ? ' latest' : ''}`))
  }
  return [...names]
}
