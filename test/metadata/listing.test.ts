import { expect } from 'chai'
import fc from 'fast-check'
import { openListing } from '../../src/metadata/listing.ts'
import type { Database } from '../../src/metadata/database.ts'
import type { ListedEntry, ListedPage, ListQuery } from '../../src/core/objects/list-query.ts'
import { openTemporaryDatabase } from './temporary-database.ts'

const everything: ListQuery = { bucketId: 1, prefix: '', delimiter: undefined, after: undefined, limit: 1000 }

const nameOf = (entry: ListedEntry) => ('key' in entry ? entry.key : `${entry.commonPrefix} …`)
const namesOf = ({ entries }: ListedPage) => entries.map(nameOf)

describe('listing', () => {
  let database: Database
  let list: (query: ListQuery) => Promise<ListedPage>

  const putKeys = async (keys: readonly string[], bucketId = 1) => {
    await database.writer.knex('objects').where({ bucket_id: bucketId }).delete()
    await database.writer.knex.raw(
      `INSERT INTO objects SELECT ?, value, key + 1, 'null', key, 'e' || key, 1700000000000 + key, 'owner', 'STANDARD', NULL, 1, NULL, 0, '{}'
       FROM json_each(?)`,
      [bucketId, JSON.stringify(keys)],
    )
  }
  before(async () => {
    database = await openTemporaryDatabase()
    // Many small commits, none of which has to last.
    await database.writer.exec('PRAGMA synchronous = OFF')
    list = await openListing(database.lister)
  })
  after(() => database.close())

  it('returns what each key holds, whether or not it is like its neighbours', async () => {
    await putKeys(['a', 'b', 'c'])
    const objects = database.writer.knex('objects').where({ bucket_id: 1, key: 'b' })
    await objects.update({ owner_id: 'other', storage_class: 'GLACIER', checksum: 'CRC32/FULL_OBJECT' })
    const { entries } = await list(everything)
    expect(entries).to.deep.equal([
      listed({ key: 'a', size: 0, etag: 'e0', lastModified: 1700000000000 }),
      {
        ...listed({ key: 'b', size: 1, etag: 'e1', lastModified: 1700000000001 }),
        ownerId: 'other',
        storageClass: 'GLACIER',
        checksumAlgorithm: 'CRC32',
        checksumType: 'FULL_OBJECT',
      },
      listed({ key: 'c', size: 2, etag: 'e2', lastModified: 1700000000002 }),
    ])
    const grouped = await list({ ...everything, delimiter: '/' })
    expect(grouped.entries).to.deep.equal(entries)
  })

  it('sees nothing of another bucket', async () => {
    await putKeys(['a/1', 'b'])
    await putKeys(['a/0', 'c'], 2)
    expect(namesOf(await list(everything))).to.deep.equal(['a/1', 'b'])
    expect(namesOf(await list({ ...everything, delimiter: '/' }))).to.deep.equal(['a/ …', 'b'])
  })

  it('answers a limit of zero, and an empty bucket, with an empty page that is not truncated', async () => {
    const empty = { entries: [], isTruncated: false }
    await putKeys(['a'])
    expect(await list({ ...everything, limit: 0 })).to.deep.equal(empty)
    expect(await list({ ...everything, limit: 0, delimiter: '/' })).to.deep.equal(empty)
    expect(await list({ ...everything, bucketId: 9 })).to.deep.equal(empty)
    expect(await list({ ...everything, bucketId: 9, delimiter: '/' })).to.deep.equal(empty)
  })

  it('returns 1,000 entries at most, keys and common prefixes together', async () => {
    await putKeys(Array.from({ length: 1100 }, (_, n) => `${String(n % 2)}-${String(n)}${n % 2 ? '/x' : ''}`))
    const page = await list({ ...everything, delimiter: '/', limit: 5000 })
    expect(page.entries).to.have.length(1000)
    expect(page.isTruncated).to.equal(true)
  })

  it('skips the common prefix that a marker equals or lies in', async () => {
    await putKeys(['a', 'b/1', 'b/2', 'c'])
    for (const marker of ['b/', 'b/1', 'b/1/deep', 'b/z'])
      expect(namesOf(await list({ ...everything, delimiter: '/', after: marker })), marker).to.deep.equal([
        'c',
      ])
    expect(namesOf(await list({ ...everything, delimiter: '/', after: 'b' }))).to.deep.equal(['b/ …', 'c'])
  })

  it('jumps past a prefix that ends before the surrogates or with the last code point', async () => {
    const keys = ['x\uD7FF1', 'x\uD7FF2', 'x\uE000', 'x\u{10FFFF}1', 'x\u{10FFFF}\u{10FFFF}', 'y']
    await putKeys(keys)
    expect(namesOf(await list({ ...everything, delimiter: '\uD7FF' }))).to.deep.equal([
      'x\uD7FF …',
      ...keys.slice(2),
    ])
    expect(namesOf(await list({ ...everything, delimiter: '\u{10FFFF}' }))).to.deep.equal([
      ...keys.slice(0, 3),
      'x\u{10FFFF} …',
      'y',
    ])
  })

  it('returns what a listing by hand returns, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ keys, prefix, delimiter, after, limit }) => {
        await putKeys(keys)
        let marker = after
        for (;;) {
          const query = { ...everything, prefix, delimiter, after: marker, limit }
          const page = await list(query)
          const expected = listByHand(keys, query)
          expect({ names: namesOf(page), isTruncated: page.isTruncated }).to.deep.equal(expected)
          const last = page.entries.at(-1)
          if (!page.isTruncated || !last) return
          marker = 'key' in last ? last.key : last.commonPrefix
        }
      }),
      { seed: 20, numRuns: 300 },
    )
  })
})

const listed = (members: { key: string; size: number; etag: string; lastModified: number }) => ({
  ...members,
  ownerId: 'owner',
  storageClass: 'STANDARD',
  checksumAlgorithm: undefined,
  checksumType: undefined,
})

/** Few letters, so that keys share prefixes and hold delimiters; each troubles some way of comparing or counting. */
const letters = [
  'a',
  '/',
  '/',
  '-',
  '\u0001',
  '\n',
  '"',
  ',',
  'e\u0301',
  '\u00e9',
  '\uD7FF',
  '\uE000',
  '\uFFFD',
  '\u{10000}',
  '\u{1F600}',
  '\u{10FFFF}',
  '\u{10FFFF}',
]
const text = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((parts) => parts.join(''))

const scenario = fc.record({
  keys: fc.uniqueArray(text(1, 7), { maxLength: 40 }),
  prefix: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 2, arbitrary: text(1, 3) }),
  delimiter: fc.oneof(
    fc.constant(undefined),
    fc.constant(''),
    fc.constant('/'),
    text(1, 2),
    fc.constant('\u{10FFFF}'),
    fc.constant('\u{10FFFF}\u{10FFFF}'),
  ),
  after: fc.oneof(fc.constant(undefined), fc.constant(''), text(1, 5)),
  limit: fc.integer({ min: 1, max: 8 }),
})

function listByHand(keys: readonly string[], { prefix, delimiter, after, limit }: ListQuery) {
  const names = new Set<string>()
  for (const key of keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
    if (!key.startsWith(prefix)) continue
    if (after && Buffer.compare(Buffer.from(key), Buffer.from(after)) <= 0) continue
    const at = delimiter ? key.indexOf(delimiter, prefix.length) : -1
    const group = delimiter && at >= 0 ? key.slice(0, at + delimiter.length) : undefined
    if (group !== undefined && after?.startsWith(group)) continue
    names.add(group === undefined ? key : `${group} …`)
  }
  return { names: [...names].slice(0, limit), isTruncated: names.size > limit }
}
