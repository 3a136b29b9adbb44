import { expect } from 'chai'
import {
  evaluateWrites,
  type CurrentVersion,
  type WriteRequest,
  type WriteRows,
} from '../../../src/core/objects/evaluate-writes.ts'
import type { ObjectDelete, ObjectPut, WriteConditions } from '../../../src/core/objects/object-write.ts'

const rowsOf = (stored: Readonly<Record<string, Partial<CurrentVersion>>> = {}): WriteRows => ({
  lastSequence: 10,
  hasBucket: (bucketId) => bucketId === 1,
  current: (_bucketId, key) => stored[key] && { ...version, ...stored[key] },
})
const version: CurrentVersion = {
  sequence: 5,
  size: 3,
  etag: 'old',
  lastModified: 500,
  isInline: true,
  blobId: undefined,
  partCount: 0,
}
const put = (key: string, rest: Partial<ObjectPut> = {}): ObjectPut => ({
  kind: 'put',
  bucketId: 1,
  key,
  size: 4,
  etag: 'new',
  ownerId: 'owner',
  storageClass: 'STANDARD',
  attributes: {},
  content: { kind: 'inline', data: Buffer.from('data') },
  now: 1000,
  trashAfter: 2000,
  ...rest,
})
const remove = (key: string, conditions?: WriteConditions): ObjectDelete => ({
  kind: 'delete',
  bucketId: 1,
  key,
  now: 1000,
  trashAfter: 2000,
  ...(conditions && { conditions }),
})
const answersOf = (rows: WriteRows, requests: readonly WriteRequest[]) =>
  evaluateWrites(rows, requests).answers.map((answer) =>
    answer.kind === 'refused' ? answer.code : answer.kind,
  )

describe('evaluateWrites', () => {
  it('lets exactly one of many creations of a key win', () => {
    const create = put('a', { conditions: { ifNoneMatch: '*' } })
    expect(answersOf(rowsOf(), [create, create, create])).to.deep.equal([
      'stored',
      'PreconditionFailed',
      'PreconditionFailed',
    ])
  })

  it('shows each request what the ones before it did', () => {
    const replace = put('a', { etag: 'second', conditions: { ifMatch: ['first'] } })
    const answers = answersOf(rowsOf(), [put('a', { etag: 'first' }), replace, replace, remove('a'), replace])
    expect(answers).to.deep.equal(['stored', 'stored', 'PreconditionFailed', 'deleted', 'NoSuchKey'])
  })

  it('allots a sequence to each write and stores only the last of a key', () => {
    const { changes } = evaluateWrites(rowsOf(), [
      put('a', { etag: 'first' }),
      put('a', { etag: 'second' }),
      put('b'),
    ])
    expect(changes.puts.map(({ put: { key, etag }, sequence }) => [key, etag, sequence])).to.deep.equal([
      ['a', 'second', 12],
      ['b', 'new', 13],
    ])
    expect(changes.lastSequence).to.equal(13)
  })

  it('sends every blob to the trash that no key holds any more', () => {
    const blob = (blobId: string): Partial<ObjectPut> => ({ content: { kind: 'blob', blobId } })
    const rows = rowsOf({ a: { isInline: false, blobId: 'stored' } })
    const { changes } = evaluateWrites(rows, [put('a', blob('passing')), put('a', blob('last'))])
    expect(changes.trash.map(({ blobId }) => blobId)).to.have.members(['passing', 'stored'])
  })

  it('drops inline bytes and parts of what is replaced or deleted', () => {
    const rows = rowsOf({ inline: { sequence: 3 }, parts: { sequence: 4, isInline: false, partCount: 2 } })
    const { changes } = evaluateWrites(rows, [put('inline'), remove('parts')])
    expect(changes.dropInline).to.deep.equal([3])
    expect(changes.dropParts.map(({ sequence }) => sequence)).to.deep.equal([4])
    expect(changes.deletes.map(({ key }) => key)).to.deep.equal(['parts'])
  })

  it('changes nothing for a key that ends as it began', () => {
    const { changes } = evaluateWrites(rowsOf(), [put('a'), remove('a'), remove('never')])
    expect(changes).to.deep.include({ puts: [], deletes: [], usage: [], dropInline: [] })
  })

  it('counts objects and bytes by what was there before', () => {
    const rows = rowsOf({ a: { size: 3 }, b: { size: 7 } })
    const { changes } = evaluateWrites(rows, [put('a'), remove('b'), put('c'), put('c', { size: 9 })])
    expect(changes.usage).to.deep.equal([{ bucketId: 1, objects: 0, bytes: 4 - 3 - 7 + 9 }])
  })

  it('never lets the time of a key go back', () => {
    const [answer] = evaluateWrites(rowsOf({ a: { lastModified: 5000 } }), [put('a')]).answers
    expect(answer).to.include({ kind: 'stored', lastModified: 5000 })
  })

  it('refuses what addresses a bucket that is gone', () => {
    expect(answersOf(rowsOf(), [put('a', { bucketId: 2 })])).to.deep.equal(['NoSuchBucket'])
  })

  it('checks size and time of a conditional delete', () => {
    const rows = rowsOf({ a: { size: 3, lastModified: 5200 } })
    const check = (conditions: WriteConditions) => answersOf(rows, [remove('a', conditions)])
    expect(check({ ifSize: 3 })).to.deep.equal(['deleted'])
    expect(check({ ifSize: 4 })).to.deep.equal(['PreconditionFailed'])
    expect(check({ ifLastModified: 5000 })).to.deep.equal(['deleted'])
    expect(check({ ifLastModified: 6000 })).to.deep.equal(['PreconditionFailed'])
    expect(answersOf(rows, [remove('missing', { ifMatch: '*' })])).to.deep.equal(['NoSuchKey'])
  })
})
