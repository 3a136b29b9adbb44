import { expect } from 'chai'
import { setTimeout as delay } from 'node:timers/promises'
import { S3Error } from '../../src/core/errors.ts'
import type { Database } from '../../src/metadata/database.ts'
import { openObjectWriter } from '../../src/metadata/object-writer.ts'
import { openWriteQueue, type WriteQueue } from '../../src/metadata/write-queue.ts'
import { rejection } from '../contracts/rejection.ts'
import { failingConnection, sqliteError, type Call, type Fault } from './failing-connection.ts'
import { openTemporaryDatabase } from './temporary-database.ts'
import { addBucket, bucketId, deleteOf, putOf } from './writes.ts'

const isUpsert = ({ sql }: Call) => sql.startsWith('INSERT INTO objects')
const once = (isMeant: (call: Call) => boolean, fault: Fault) => {
  let isDone = false
  return (call: Call) => {
    if (isDone || !isMeant(call)) return undefined
    isDone = true
    return fault
  }
}

describe('the write queue', () => {
  let database: Database
  let queue: WriteQueue
  let calls: string[]
  let faultOf: (call: Call) => Fault

  beforeEach(async () => {
    calls = []
    faultOf = () => undefined
    database = await openTemporaryDatabase()
    await addBucket(database.writer)
    const connection = failingConnection(database.writer, (call) => {
      calls.push(call.sql.split(' ')[0] ?? '')
      return faultOf(call)
    })
    queue = await openWriteQueue(connection, await openObjectWriter(connection))
  })
  afterEach(() => database.close())

  const storedKeys = async (): Promise<string[]> =>
    database.reader.knex('objects').orderBy('key').pluck('key')
  const count = (verb: string) => calls.filter((call) => call === verb).length
  const settled = async (...requests: Parameters<WriteQueue['write']>[0][]) => {
    const outcomes = await Promise.allSettled(requests.map((request) => queue.write(request)))
    return outcomes.map((outcome) => {
      if (outcome.status === 'rejected') return outcome.reason as Error
      return outcome.value.kind === 'refused' ? outcome.value.code : outcome.value.kind
    })
  }

  it('commits what arrives together in one transaction', async () => {
    const outcomes = await settled(...Array.from({ length: 100 }, (_, n) => putOf(`k${String(n)}`)))
    expect(new Set(outcomes)).to.deep.equal(new Set(['stored']))
    expect(count('COMMIT')).to.equal(1)
  })

  it('lets the members of a batch see each other, in order', async () => {
    const none = { conditions: { ifNoneMatch: '*' as const } }
    expect(
      await settled(putOf('k', '1', none), putOf('k', '2', none), deleteOf('k'), putOf('k', '3', none)),
    ).to.deep.equal(['stored', 'PreconditionFailed', 'deleted', 'stored'])
    expect(count('COMMIT')).to.equal(1)
  })

  it('fails a bad member alone', async () => {
    const error = sqliteError('SQLITE_MISMATCH')
    faultOf = (call) =>
      isUpsert(call) && String(call.values[0]).includes('poison') ? { error, when: 'before' } : undefined
    const keys = ['a', 'b', 'poison', 'c', 'd', 'e']
    expect(await settled(...keys.map((key) => putOf(key)))).to.deep.equal([
      'stored',
      'stored',
      error,
      'stored',
      'stored',
      'stored',
    ])
    expect(await storedKeys()).to.deep.equal(['a', 'b', 'c', 'd', 'e'])
    expect(await settled(putOf('after'))).to.deep.equal(['stored'])
  })

  it('runs only the deletes on a full disk, and everything once there is room', async () => {
    await settled(putOf('old'), putOf('older'))
    const full = sqliteError('SQLITE_FULL')
    faultOf = (call) => (isUpsert(call) ? { error: full, when: 'before' } : undefined)
    expect(await settled(putOf('a'), deleteOf('old'), putOf('b'), deleteOf('older'))).to.deep.equal([
      'InsufficientStorage',
      'deleted',
      'InsufficientStorage',
      'deleted',
    ])
    expect(await storedKeys()).to.deep.equal([])
    faultOf = () => undefined
    expect(await settled(putOf('a'))).to.deep.equal(['stored'])
  })

  it('refuses even deletes when the disk has no byte left', async () => {
    await settled(putOf('old'))
    faultOf = ({ sql }) =>
      sql === 'COMMIT' ? { error: sqliteError('SQLITE_FULL'), when: 'before' } : undefined
    expect(await settled(deleteOf('old'), putOf('new'))).to.deep.equal([
      'InsufficientStorage',
      'InsufficientStorage',
    ])
    expect(await storedKeys()).to.deep.equal(['old'])
  })

  it('believes the rows, not a COMMIT that failed although it was carried out', async () => {
    const error = sqliteError('SQLITE_IOERR')
    faultOf = once(({ sql }) => sql === 'COMMIT', { error, when: 'after' })
    const none = { conditions: { ifNoneMatch: '*' as const } }
    expect(await settled(putOf('a', 'a', none), putOf('b', 'b', none))).to.deep.equal(['stored', 'stored'])
    expect(await storedKeys()).to.deep.equal(['a', 'b'])
    expect(count('COMMIT')).to.equal(1)
  })

  it('runs a batch again whose COMMIT failed', async () => {
    const error = sqliteError('SQLITE_IOERR')
    faultOf = once(({ sql }) => sql === 'COMMIT', { error, when: 'before' })
    expect(await settled(putOf('a'), putOf('b'))).to.deep.equal(['stored', 'stored'])
    expect(await storedKeys()).to.deep.equal(['a', 'b'])
  })

  it('waits for another process that writes', async () => {
    let tries = 0
    faultOf = ({ sql }) =>
      sql === 'BEGIN IMMEDIATE' && ++tries < 5
        ? { error: sqliteError('SQLITE_BUSY'), when: 'before' }
        : undefined
    expect(await settled(putOf('a'))).to.deep.equal(['stored'])
    expect(tries).to.equal(5)
    expect(await storedKeys()).to.deep.equal(['a'])
  })

  it('rolls an exclusive transaction back whose work rejects', async () => {
    const refusal = new S3Error('NoSuchUpload')
    const work = queue.exclusive(async (apply) => {
      await apply([putOf('a')])
      throw refusal
    })
    expect(await rejection(work)).to.equal(refusal)
    expect(await storedKeys()).to.deep.equal([])
    expect(await settled(putOf('b'))).to.deep.equal(['stored'])
  })

  it('keeps an exclusive transaction whose COMMIT failed although it was carried out', async () => {
    faultOf = once(({ sql }) => sql === 'COMMIT', { error: sqliteError('SQLITE_IOERR'), when: 'after' })
    const rename = () => database.writer.knex('buckets').where({ id: bucketId }).update({ name: 'renamed' })
    expect(await queue.exclusive(rename)).to.equal(1)
    expect(await database.reader.knex('buckets').pluck('name')).to.deep.equal(['renamed'])
  })

  it('says InsufficientStorage when a full disk stops an exclusive transaction', async () => {
    faultOf = (call) => (isUpsert(call) ? { error: sqliteError('SQLITE_FULL'), when: 'before' } : undefined)
    const error = await rejection(queue.exclusive((apply) => apply([putOf('a')])))
    expect(error).to.be.instanceOf(S3Error).and.include({ code: 'InsufficientStorage', status: 507 })
    expect(await storedKeys()).to.deep.equal([])
  })

  it('keeps batches and exclusive transactions apart', async () => {
    const keys = (): Promise<string[]> => database.writer.knex('objects').orderBy('key').pluck('key')
    const look = () =>
      queue.exclusive(async () => {
        const before = await keys()
        await delay(20)
        return [before, await keys()]
      })
    const [, seen] = await Promise.all([queue.write(putOf('a')), look(), queue.write(putOf('b'))])
    expect(seen[0]).to.deep.equal(seen[1])
    expect(await storedKeys()).to.deep.equal(['a', 'b'])
  })
})
