import { expect } from 'chai'
import {
  evaluateWrites,
  type WriteRequest,
  type WriteRows,
} from '../../../src/core/objects/evaluate-writes.ts'
import { versionIdOf } from '../../../src/core/objects/version-id.ts'
import type { ObjectDelete, ObjectPut, WriteConditions } from '../../../src/core/objects/object-write.ts'
import type { ObjectLock } from '../../../src/core/objects/object-lock.ts'
import type { VersionFacts } from '../../../src/core/objects/write-changes.ts'
import type { Allowance } from '../../../src/core/usage/allowance.ts'
import type { Versioning } from '../../../src/core/buckets/bucket.ts'

interface Rows {
  readonly versioning?: Versioning
  /** Of each key, newest first. */
  readonly stored?: Readonly<Record<string, readonly Partial<VersionFacts>[]>>
  readonly allowances?: readonly Allowance[]
}

const rowsOf = ({ versioning = 'off', stored = {}, allowances = [] }: Rows = {}): WriteRows => ({
  lastSequence: 10,
  versioning: (bucketId) => (bucketId === 1 ? versioning : undefined),
  allowances: () => allowances,
  versions: (_bucketId, key) => (stored[key] ?? []).map((facts) => ({ ...version, ...facts })),
})
const version: VersionFacts = {
  sequence: 5,
  versionId: 'null',
  isDeleteMarker: false,
  size: 3,
  etag: 'old',
  lastModified: 500,
  isInline: true,
  isAnnotated: false,
  blobId: undefined,
  partCount: 0,
  lock: undefined,
  source: 'objects',
}
/** A version that was made with an id of its own. */
const kept = (sequence: number, facts: Partial<VersionFacts> = {}) => ({
  sequence,
  versionId: idOf(sequence),
  source: 'versions' as const,
  ...facts,
})
const live = (sequence: number, facts: Partial<VersionFacts> = {}) =>
  kept(sequence, { source: 'objects', ...facts })
const marker = (sequence: number) => kept(sequence, { isDeleteMarker: true, isInline: false, size: 0 })
const idOf = (sequence: number) => versionIdOf(sequence, 500)

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
const remove = (key: string, rest: Partial<ObjectDelete> = {}): ObjectDelete => ({
  kind: 'delete',
  bucketId: 1,
  key,
  ownerId: 'owner',
  now: 1000,
  trashAfter: 2000,
  ...rest,
})
const removeVersion = (key: string, sequence: number, rest: Partial<ObjectDelete> = {}) =>
  remove(key, { versionId: idOf(sequence), ...rest })
const answersOf = (rows: WriteRows, requests: readonly WriteRequest[]) =>
  evaluateWrites(rows, requests).answers.map((answer) =>
    answer.kind === 'refused' ? answer.code : answer.kind,
  )
const blob = (blobId: string): Partial<ObjectPut> => ({ content: { kind: 'blob', blobId } })
const sequences = (changes: readonly { readonly sequence: number }[]) =>
  changes.map(({ sequence }) => sequence)

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
    const rows = rowsOf({ stored: { a: [{ isInline: false, blobId: 'stored' }] } })
    const { changes } = evaluateWrites(rows, [put('a', blob('passing')), put('a', blob('last'))])
    expect(changes.trash.map(({ blobId }) => blobId)).to.have.members(['passing', 'stored'])
  })

  it('drops inline bytes and parts of what is replaced or deleted', () => {
    const rows = rowsOf({
      stored: { inline: [{ sequence: 3 }], parts: [{ sequence: 4, isInline: false, partCount: 2 }] },
    })
    const { changes } = evaluateWrites(rows, [put('inline'), remove('parts')])
    expect(changes.dropInline).to.deep.equal([3])
    expect(sequences(changes.dropParts)).to.deep.equal([4])
    expect(changes.removed.map(({ key }) => key)).to.deep.equal(['parts'])
  })

  it('hands bytes and annotations over to what is appended to them', () => {
    const rows = rowsOf({
      stored: { a: [{ isInline: false, partCount: 2, blobId: 'never', isAnnotated: true, size: 3 }] },
    })
    const append = put('a', { extends: { sequence: 5, offset: 3 }, size: 7 })
    const { answers, changes } = evaluateWrites(rows, [append, put('b')])
    expect(answers.map(({ kind }) => kind)).to.deep.equal(['stored', 'stored'])
    expect(changes.extended).to.deep.equal([{ from: 5, to: 11 }])
    expect(changes).to.deep.include({ trash: [], dropParts: [], dropAnnotations: [] })
    expect(changes.usage).to.deep.equal([{ bucketId: 1, objects: 1, bytes: 8 }])
  })

  it('trashes all of what is appended when it is replaced at once', () => {
    const rows = rowsOf({ stored: { a: [{ isInline: false, blobId: 'first', isAnnotated: true }] } })
    const parts = ['first', 'second'].map((blobId, n) => ({
      ...{ partNumber: n + 1, size: 1, etag: 'e', checksum: undefined },
      blobId,
    }))
    const append = put('a', { extends: { sequence: 5, offset: 3 }, content: { kind: 'parts', parts } })
    const { changes } = evaluateWrites(rows, [append, put('a')])
    expect(changes.trash.map(({ blobId }) => blobId)).to.deep.equal(['first', 'second'])
    expect(changes.extended).to.deep.equal([{ from: 5, to: 11 }])
    expect(sequences(changes.dropAnnotations)).to.deep.equal([11])
  })

  it('appends to nothing but what was read, and to no version', () => {
    const rows = rowsOf({ stored: { a: [{ size: 3 }] } })
    const codeFor = (extension: ObjectPut['extends'], given = rows) =>
      evaluateWrites(given, [put('a', { ...(extension && { extends: extension }) })]).answers.map((answer) =>
        answer.kind === 'refused' ? answer.code : answer.kind,
      )
    expect(codeFor({ sequence: 5, offset: 2 })).to.deep.equal(['InvalidWriteOffset'])
    expect(codeFor({ sequence: 4, offset: 3 })).to.deep.equal(['ConditionalRequestConflict'])
    expect(codeFor({ sequence: undefined, offset: 0 })).to.deep.equal(['InvalidWriteOffset'])
    expect(codeFor({ sequence: undefined, offset: 0 }, rowsOf())).to.deep.equal(['stored'])
    const versioned = rowsOf({ stored: { a: [{ size: 3 }] }, versioning: 'enabled' })
    expect(codeFor({ sequence: 5, offset: 3 }, versioned)).to.deep.equal(['InvalidBucketState'])
  })

  it('drops annotations with their version', () => {
    const rows = rowsOf({ stored: { kept: [{ sequence: 3, isAnnotated: true }] } })
    const text = (blobId: string) => ({
      ...{ name: blobId, size: 1, etag: 'e', lastModified: 1, checksum: undefined, salt: undefined },
      content: { kind: 'blob' as const, blobId },
    })
    const { changes } = evaluateWrites(rows, [put('kept', { annotations: [text('passing')] }), put('kept')])
    expect(sequences(changes.dropAnnotations)).to.include(3)
    expect(changes.trash.map(({ blobId }) => blobId)).to.deep.equal(['passing'])
  })

  it('changes nothing for a key that ends as it began', () => {
    const { changes } = evaluateWrites(rowsOf(), [put('a'), remove('a'), remove('never')])
    expect(changes).to.deep.include({ puts: [], removed: [], usage: [], dropInline: [] })
  })

  it('counts objects and bytes by what was there before', () => {
    const rows = rowsOf({ stored: { a: [{ size: 3 }], b: [{ size: 7 }] } })
    const { changes } = evaluateWrites(rows, [put('a'), remove('b'), put('c'), put('c', { size: 9 })])
    expect(changes.usage).to.deep.equal([{ bucketId: 1, objects: 0, bytes: 4 - 3 - 7 + 9 }])
  })

  it('never lets the time of a key go back', () => {
    const [answer] = evaluateWrites(rowsOf({ stored: { a: [{ lastModified: 5000 }] } }), [put('a')]).answers
    expect(answer).to.include({ kind: 'stored', lastModified: 5000 })
  })

  it('refuses what addresses a bucket that is gone', () => {
    expect(answersOf(rowsOf(), [put('a', { bucketId: 2 })])).to.deep.equal(['NoSuchBucket'])
  })

  it('checks size and time of a conditional delete', () => {
    const rows = rowsOf({ stored: { a: [{ size: 3, lastModified: 5200 }] } })
    const check = (conditions: WriteConditions) => answersOf(rows, [remove('a', { conditions })])
    expect(check({ ifSize: 3 })).to.deep.equal(['deleted'])
    expect(check({ ifSize: 4 })).to.deep.equal(['PreconditionFailed'])
    expect(check({ ifLastModified: 5000 })).to.deep.equal(['deleted'])
    expect(check({ ifLastModified: 6000 })).to.deep.equal(['PreconditionFailed'])
  })

  for (const versioning of ['off', 'enabled', 'suspended'] as const)
    it(`takes a delete on condition of size and time for done where nothing is, with versioning ${versioning}`, () => {
      const check = (conditions: WriteConditions) =>
        evaluateWrites(rowsOf({ versioning }), [remove('missing', { conditions })])
      const { answers, changes } = check({ ifSize: 3, ifLastModified: 5000 })
      expect(answers).to.deep.equal([
        { kind: 'deleted', existed: false, versionId: undefined, isDeleteMarker: false },
      ])
      expect(changes).to.deep.include({ markers: [], removed: [], lastSequence: 10 })
      for (const conditions of [{ ifMatch: '*' as const }, { ifMatch: ['any'] }, { ifSequence: 5 }])
        expect(check(conditions).answers).to.deep.equal([{ kind: 'refused', code: 'NoSuchKey' }])
    })
})

describe('evaluateWrites, in a versioned bucket', () => {
  const versioned = (stored: Rows['stored'] = {}) => rowsOf({ versioning: 'enabled', stored })

  it('keeps every version of a key that a batch makes', () => {
    const { answers, changes } = evaluateWrites(versioned({ k: [live(5)] }), [
      put('k', blob('one')),
      put('k', blob('two')),
      remove('k'),
      put('k', blob('three')),
    ])
    expect(new Set(answers.map((answer) => answer.kind !== 'refused' && answer.versionId)).size).to.equal(4)
    expect(changes.archived).to.deep.equal([{ bucketId: 1, key: 'k' }])
    expect(sequences(changes.noncurrent)).to.have.members([11, 12])
    expect(sequences(changes.markers)).to.deep.equal([13])
    expect(sequences(changes.puts)).to.deep.equal([14])
    expect(changes).to.deep.include({ trash: [], removed: [], dropInline: [] })
    expect(changes.usage).to.deep.equal([{ bucketId: 1, objects: 3, bytes: 12 }])
  })

  it('puts a delete marker on a key, whether or not there is anything', () => {
    const { answers, changes } = evaluateWrites(versioned({ k: [live(5)] }), [
      remove('k'),
      remove('k'),
      remove('new'),
    ])
    expect(answers.map((answer) => answer.kind === 'deleted' && answer.isDeleteMarker)).to.deep.equal([
      true,
      true,
      true,
    ])
    expect(changes.archived.map(({ key }) => key)).to.deep.equal(['k'])
    expect(changes.removed.map(({ key }) => key)).to.deep.equal(['k'])
    expect(sequences(changes.markers)).to.have.members([11, 12, 13])
    expect(changes.usage).to.deep.equal([])
  })

  it('makes the next older version current when the current one goes', () => {
    const rows = versioned({ k: [live(9), kept(8), kept(7)] })
    const { answers, changes } = evaluateWrites(rows, [removeVersion('k', 9), removeVersion('k', 8)])
    expect(answers.map((answer) => answer.kind === 'deleted' && answer.existed)).to.deep.equal([true, true])
    expect(sequences(changes.promoted)).to.deep.equal([7])
    expect(changes.removed.map(({ key }) => key)).to.deep.equal(['k'])
    expect(sequences(changes.removedVersions)).to.deep.equal([8])
    expect(changes.dropInline).to.deep.equal([9, 8])
    expect(changes.usage).to.deep.equal([{ bucketId: 1, objects: -2, bytes: -6 }])
  })

  it('reveals what lies below a delete marker, be it a version or another marker', () => {
    const rows = versioned({ object: [marker(9), kept(8)], marker: [marker(9), marker(8), kept(7)] })
    const { answers, changes } = evaluateWrites(rows, [
      removeVersion('object', 9),
      removeVersion('marker', 9),
    ])
    expect(answers.map((answer) => answer.kind === 'deleted' && answer.isDeleteMarker)).to.deep.equal([
      true,
      true,
    ])
    expect(changes.promoted).to.deep.equal([{ bucketId: 1, key: 'object', sequence: 8 }])
    expect(changes.removed).to.deep.equal([])
  })

  it('takes back a put by its version within the batch', () => {
    const { changes } = evaluateWrites(versioned({ k: [live(5)] }), [
      put('k', blob('passing')),
      remove('k', { versionId: versionIdOf(11, 1000) }),
    ])
    expect(changes).to.deep.include({ puts: [], archived: [], removed: [], promoted: [], usage: [] })
    expect(changes.trash.map(({ blobId }) => blobId)).to.deep.equal(['passing'])
  })

  it('takes a delete marker for nothing where a condition asks for the object', () => {
    const rows = versioned({ k: [marker(9), kept(8, { etag: 'eight' })] })
    expect(answersOf(rows, [put('k', { conditions: { ifMatch: '*' } })])).to.deep.equal(['NoSuchKey'])
    expect(answersOf(rows, [put('k', { conditions: { ifNoneMatch: '*' } })])).to.deep.equal(['stored'])
    for (const ifMatch of ['*' as const, ['eight']])
      expect(answersOf(rows, [remove('k', { conditions: { ifMatch } })])).to.deep.equal(['NoSuchKey'])
  })

  it('holds the conditions of a delete against the version that it names', () => {
    const rows = versioned({ k: [live(9, { etag: 'nine' }), kept(8, { etag: 'eight' })] })
    const check = (sequence: number, etag: string) =>
      answersOf(rows, [removeVersion('k', sequence, { conditions: { ifMatch: [etag] } })])
    expect(check(8, 'eight')).to.deep.equal(['deleted'])
    expect(check(8, 'nine')).to.deep.equal(['PreconditionFailed'])
    expect(check(4, 'any')).to.deep.equal(['deleted'])
  })

  it('answers the deletion of a version that is not there, and changes nothing', () => {
    const { answers, changes } = evaluateWrites(versioned({ k: [live(9)] }), [removeVersion('k', 4)])
    expect(answers).to.deep.equal([
      { kind: 'deleted', existed: false, versionId: idOf(4), isDeleteMarker: false },
    ])
    expect(changes).to.deep.include({ removed: [], removedVersions: [], usage: [] })
  })

  it('keeps a null version of before below the new ones', () => {
    const { changes } = evaluateWrites(versioned({ k: [{ sequence: 5 }] }), [put('k')])
    expect(changes.archived).to.deep.equal([{ bucketId: 1, key: 'k' }])
    expect(changes.dropInline).to.deep.equal([])
  })
})

describe('evaluateWrites, while versioning is suspended', () => {
  const suspended = (stored: Rows['stored'] = {}) => rowsOf({ versioning: 'suspended', stored })

  it('replaces the null version, wherever it stands', () => {
    const rows = suspended({ k: [live(9), kept(8), { sequence: 5, source: 'versions' }] })
    const { answers, changes } = evaluateWrites(rows, [put('k')])
    expect(answers[0]).to.include({ kind: 'stored', versionId: undefined })
    expect(changes.archived).to.have.length(1)
    expect(sequences(changes.removedVersions)).to.deep.equal([5])
    expect(changes.dropInline).to.deep.equal([5])
  })

  it('deletes by a null marker in place of the null version', () => {
    const rows = suspended({ k: [{ sequence: 9 }, kept(8)] })
    const { answers, changes } = evaluateWrites(rows, [remove('k'), remove('k')])
    expect(answers[1]).to.deep.equal({
      kind: 'deleted',
      existed: false,
      versionId: 'null',
      isDeleteMarker: true,
    })
    expect(sequences(changes.markers)).to.deep.equal([12])
    expect(changes.removed).to.have.length(1)
    expect(changes).to.deep.include({ archived: [], promoted: [], dropInline: [9] })
  })
})

describe('evaluateWrites, with object lock', () => {
  const attempt = (lock: ObjectLock, rest: Partial<ObjectDelete> = {}) => {
    const rows = rowsOf({ versioning: 'enabled', stored: { k: [live(9), kept(8, { lock })] } })
    return answersOf(rows, [removeVersion('k', 8, rest)])
  }
  const until = (mode: 'GOVERNANCE' | 'COMPLIANCE', retainUntil: number) => ({
    retention: { mode, retainUntil },
  })

  it('keeps a version until its time has come', () => {
    expect(attempt(until('GOVERNANCE', 1001))).to.deep.equal(['AccessDenied'])
    expect(attempt(until('GOVERNANCE', 1000))).to.deep.equal(['deleted'])
  })

  it('lets governance be bypassed, but not compliance nor a legal hold', () => {
    const bypassesGovernance = true
    expect(attempt(until('GOVERNANCE', 1001), { bypassesGovernance })).to.deep.equal(['deleted'])
    expect(attempt(until('COMPLIANCE', 1001), { bypassesGovernance })).to.deep.equal(['AccessDenied'])
    expect(attempt({ legalHold: true }, { bypassesGovernance })).to.deep.equal(['AccessDenied'])
    expect(attempt({ legalHold: false })).to.deep.equal(['deleted'])
  })

  it('lets a locked version become noncurrent', () => {
    const rows = rowsOf({ versioning: 'enabled', stored: { k: [live(9, { lock: { legalHold: true } })] } })
    expect(answersOf(rows, [put('k'), remove('k')])).to.deep.equal(['stored', 'deleted'])
  })

  it('keeps a version that the batch itself has locked', () => {
    const rows = rowsOf({ versioning: 'enabled' })
    const locked = put('k', { attributes: { lock: { legalHold: true } } })
    const versionId = versionIdOf(11, 1000)
    expect(answersOf(rows, [locked, remove('k', { versionId })])).to.deep.equal(['stored', 'AccessDenied'])
  })
})
