import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { requestEntry } from '../core/request-log/request-entries.ts'
import { openRequestLog } from '../../src/metadata/request-log.ts'
import type { RequestLog, RequestQuery } from '../../src/core/request-log/request-log.ts'

const hourMs = 3_600_000
/** The beginning of an hour. */
const noon = 500_000 * hourMs

describe('the log of requests', () => {
  let folder: string
  let log: RequestLog
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seau-requests-'))
    log = await openRequestLog(join(folder, 'requests.db'))
  })
  afterEach(async () => {
    await log.close()
    await rm(folder, { recursive: true })
  })

  const found = async (query: Partial<RequestQuery>) =>
    (await log.search({ limit: 100, ...query })).entries.map(({ requestId }) => requestId)

  it('gives back what it was given, newest first', async () => {
    const entry = requestEntry({ at: noon, error: 'NoSuchKey', status: 404 })
    const stranger = requestEntry({
      at: noon,
      requestId: 'R2',
      keyId: undefined,
      projectId: undefined,
      key: undefined,
    })
    await log.append([entry, stranger])
    const { entries, next } = await log.search({ limit: 10 })
    expect(entries.map(({ id: _, ...rest }) => rest)).to.deep.equal([stranger, entry])
    expect(next).to.equal(undefined)
  })

  it('finds by each of its columns', async () => {
    await log.append([
      requestEntry({ at: noon, requestId: 'plain' }),
      requestEntry({
        at: noon + 1,
        requestId: 'failed',
        status: 403,
        error: 'AccessDenied',
        address: '192.0.2.9',
      }),
      requestEntry({
        at: noon + 2,
        requestId: 'other',
        projectId: 'blog',
        keyId: 'K2',
        bucket: 'texts',
        key: 'b/c%',
      }),
      requestEntry({ at: noon + 3, requestId: 'fault', status: 500, operation: 'PutObject' }),
    ])
    const queries: readonly (readonly [Partial<RequestQuery>, readonly string[]])[] = [
      [{ projectIds: ['blog'] }, ['other']],
      [{ projectIds: [] }, []],
      [{ keyId: 'K2' }, ['other']],
      [{ bucket: 'texts' }, ['other']],
      [{ prefix: 'b/c%' }, ['other']],
      [{ prefix: 'c' }, []],
      [{ operation: 'PutObject' }, ['fault']],
      [{ requestId: 'failed' }, ['failed']],
      [{ requestId: 'failed', leastStatus: 500 }, []],
      [{ error: 'AccessDenied' }, ['failed']],
      [{ address: '192.0.2.9' }, ['failed']],
      [{ leastStatus: 400 }, ['fault', 'failed']],
      [{ leastStatus: 500 }, ['fault']],
      [{ leastStatus: 300, bucket: 'photos' }, ['fault', 'failed']],
      [{ since: noon + 2 }, ['fault', 'other']],
      [{ until: noon + 1 }, ['plain']],
    ]
    for (const [query, ids] of queries) expect(await found(query), JSON.stringify(query)).to.deep.equal(ids)
  })

  it('is read page by page, entries of one millisecond too', async () => {
    await log.append(Array.from({ length: 25 }, (_, n) => requestEntry({ at: noon, requestId: String(n) })))
    const ids: string[] = []
    let before: number | undefined
    do {
      const page = await log.search({ limit: 10, before })
      ids.push(...page.entries.map(({ requestId }) => requestId))
      before = page.next
    } while (before !== undefined)
    expect(ids).to.deep.equal(Array.from({ length: 25 }, (_, n) => String(24 - n)))
  })

  it('gives ids that rise after it was opened again, whatever the clock says', async () => {
    await log.append([requestEntry({ at: noon, requestId: 'before' })])
    await log.close()
    log = await openRequestLog(join(folder, 'requests.db'))
    await log.append([requestEntry({ at: noon - 5000, requestId: 'after' })])
    expect(await found({})).to.deep.equal(['after', 'before'])
  })

  it('knows the slowest of the newest', async () => {
    await log.append(
      [3, 9, 1].map((milliseconds) => requestEntry({ requestId: String(milliseconds), milliseconds })),
    )
    const slow = await log.slowest({ limit: 2 })
    expect(slow.map(({ requestId }) => requestId)).to.deep.equal(['9', '3'])
  })

  it('adds up by hour, day, operation and project', async () => {
    await log.append([
      requestEntry({ at: noon, bytesIn: 1, bytesOut: 10, milliseconds: 4 }),
      requestEntry({ at: noon + 1, status: 404, milliseconds: 8 }),
    ])
    await log.append([
      requestEntry({ at: noon + 2, status: 503, milliseconds: 6 }),
      requestEntry({ at: noon + hourMs, operation: 'PutObject', projectId: undefined }),
    ])
    const span = { since: noon, until: noon + 24 * hourMs }
    const [first, second] = await log.statistics({ ...span, by: 'hour' })
    expect(first).to.deep.equal({
      group: noon,
      requests: 3,
      clientErrors: 1,
      serverErrors: 1,
      bytesIn: 1,
      bytesOut: 210,
      milliseconds: 18,
      longestMs: 8,
    })
    expect(second).to.include({ group: noon + hourMs, requests: 1 })
    const groups = async (by: 'day' | 'operation' | 'project') =>
      (await log.statistics({ ...span, by })).map(({ group, requests }) => [group, requests])
    expect(await groups('operation')).to.deep.equal([
      ['GetObject', 3],
      ['PutObject', 1],
    ])
    expect(await groups('project')).to.deep.equal([
      ['', 1],
      ['shop', 3],
    ])
    expect((await log.statistics({ ...span, projectIds: ['shop'], by: 'day' }))[0]).to.include({
      requests: 3,
    })
    expect(await log.statistics({ since: noon + hourMs, until: noon + hourMs, by: 'hour' })).to.deep.equal([])
  })

  it('keeps what projects held, the last look of an hour', async () => {
    const held = (objects: number, bytes: number) =>
      new Map([
        ['shop', { objects, bytes }],
        ['blog', { objects: 1, bytes: 1 }],
      ])
    await log.appendStored(noon, held(1, 10))
    await log.appendStored(noon + 1000, held(2, 20))
    await log.appendStored(noon + hourMs, held(3, 30))
    const span = { since: noon, until: noon + 2 * hourMs }
    expect(await log.stored(span)).to.deep.equal([
      { at: noon, objects: 3, bytes: 21 },
      { at: noon + hourMs, objects: 4, bytes: 31 },
    ])
    expect(await log.stored({ ...span, projectIds: ['blog'] })).to.deep.equal([
      { at: noon, objects: 1, bytes: 1 },
      { at: noon + hourMs, objects: 1, bytes: 1 },
    ])
  })

  it('forgets what is too old, and figures later', async () => {
    await log.append([
      requestEntry({ at: noon, requestId: 'old' }),
      requestEntry({ at: noon + hourMs, requestId: 'new' }),
    ])
    const limits = { requestsBefore: noon + 1, figuresBefore: noon, mostBytes: 2 ** 30 }
    expect(await log.forget(limits)).to.equal(1)
    expect(await found({})).to.deep.equal(['new'])
    const span = { since: noon, until: noon + 2 * hourMs, by: 'hour' } as const
    expect(await log.statistics(span)).to.have.length(2)
    await log.forget({ ...limits, figuresBefore: noon + 1 })
    expect(await log.statistics(span)).to.have.length(1)
  })

  it('forgets the oldest when it has grown too large', async () => {
    for (let batch = 0; batch < 20; batch++)
      await log.append(
        Array.from({ length: 1000 }, (_, n) =>
          requestEntry({ at: noon + batch, requestId: `${String(batch)}-${String(n)}` }),
        ),
      )
    expect(await log.forget({ requestsBefore: 0, figuresBefore: 0, mostBytes: 2 ** 20 })).to.be.within(
      5000,
      19_999,
    )
    expect((await found({ limit: 1 }))[0]).to.equal('19-999')
  })
})
