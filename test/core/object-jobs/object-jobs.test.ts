import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { Bucket } from '../../../src/core/buckets/bucket.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { ListQuery } from '../../../src/core/objects/list-query.ts'
import type { WantedJob } from '../../../src/core/object-jobs/start-object-job.ts'

const caller = callerOf(alice)
const signal = new AbortController().signal
const dayMs = 86_400_000

describe('jobs on objects', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  let core: Core
  let now: number
  let photos: Bucket
  let films: Bucket
  beforeEach(async () => {
    now = Date.now()
    store = await openTemporaryCore(undefined, { clock: { now: () => now } })
    core = store.core
    photos = await createBucket('photos')
    films = await createBucket('films')
  })
  afterEach(() => store.close())

  const createBucket = async (name: string) => {
    await core.buckets.create(caller, name, { acl: {}, locationConstraint: undefined })
    const bucket = await core.catalog.findBucket('', name)
    if (!bucket) throw new Error('The bucket is missing.')
    return bucket
  }
  const put = (bucket: string, key: string, text = 'abc') =>
    core.objects.put(caller, { bucket, key }, bodyFrom(Buffer.from(text)), {
      attributes: { userMetadata: { of: key } },
      storageClass: 'STANDARD_IA',
      acl: {},
      signal: () => signal,
    })
  const keysOf = async (bucket: string) => {
    const all = { prefix: '', delimiter: undefined, after: undefined, limit: 1000 }
    const { entries } = await core.objects.list(caller, bucket, all)
    return entries.map((entry) => ('key' in entry ? entry.key : ''))
  }
  const start = (wanted: Partial<WantedJob>) =>
    core.objectJobs.start({
      bucket: photos,
      action: 'copy',
      keys: [],
      prefixes: [],
      to: undefined,
      ...wanted,
    })
  const into = (bucket: Bucket, place: { prefix?: string; key?: string } = {}) => ({
    bucket,
    prefix: place.prefix,
    key: place.key,
  })
  const run = (until = signal) => core.objectJobs.run({ signal: until })
  const newest = async () => (await core.objectJobs.list(photos))[0]

  it('copy keys and all below prefixes, into another bucket or folder', async () => {
    for (const key of ['a/1', 'a/b/2', 'a/b/3', 'c/4']) await put('photos', key)
    await start({ keys: ['a/1'], prefixes: ['a/b/'], to: into(films, { prefix: 'new/' }) })
    expect(await run()).to.equal(3)
    expect(await keysOf('films')).to.deep.equal(['new/1', 'new/b/2', 'new/b/3'])
    expect(await keysOf('photos')).to.have.length(4)
    const { version } = await core.objects.find(caller, { bucket: 'films', key: 'new/b/2' })
    expect(version).to.deep.include({ storageClass: 'STANDARD_IA' })
    expect(version.attributes.userMetadata).to.deep.equal({ of: 'a/b/2' })
    expect(await newest()).to.deep.include({ state: 'done' })
    expect((await newest())?.progress).to.deep.include({ done: 3, total: 3, bytes: 9, failed: 0 })
  })

  it('rename a key, and a folder', async () => {
    for (const key of ['one', 'a/b/2', 'a/b/3']) await put('photos', key)
    await start({ action: 'move', keys: ['one'], to: into(photos, { key: 'two' }) })
    await start({ action: 'move', prefixes: ['a/b/'], to: into(photos, { key: 'a/c/' }) })
    await run()
    expect(await keysOf('photos')).to.deep.equal(['a/c/2', 'a/c/3', 'two'])
  })

  it('move into another bucket, and leave what could not be copied', async () => {
    await put('photos', 'a')
    await put('photos', 'b')
    await core.buckets.changeQuota({ name: 'films', project: alice.name }, { objects: 1 })
    await start({ action: 'move', prefixes: [''], to: into(films) })
    await run()
    expect([...(await keysOf('photos')), ...(await keysOf('films'))].sort()).to.deep.equal(['a', 'b'])
    const { progress } = (await newest()) ?? {}
    expect(progress).to.include({ done: 2, failed: 1 })
    expect(progress?.errors[0]?.code).to.equal('QuotaExceeded')
  })

  it('delete all below a prefix', async () => {
    for (let n = 0; n < 450; n++) await put('photos', `a/${String(n)}`)
    await put('photos', 'b')
    await start({ action: 'delete', prefixes: ['a/'] })
    expect(await run()).to.equal(450)
    expect(await keysOf('photos')).to.deep.equal(['b'])
    expect((await newest())?.progress).to.include({ done: 450, total: 450, bytes: 1350 })
  })

  it('go on where a stop has cut them off', async () => {
    for (let n = 0; n < 450; n++) await put('photos', `a/${String(n)}`)
    await start({ action: 'move', prefixes: ['a/'], to: into(films) })
    const stopped = new AbortController()
    const list = store.metadata.list.bind(store.metadata)
    let pages = 0
    Object.assign(store.metadata, {
      list: (query: ListQuery) => {
        // Three pages are counted before the first one is dealt with.
        if (++pages === 5) stopped.abort()
        return list(query)
      },
    })
    await run(stopped.signal)
    expect(await newest()).to.include({ state: 'running' })
    expect((await newest())?.progress).to.include({ done: 200, total: 450 })
    await run()
    expect(await keysOf('photos')).to.deep.equal([])
    expect(await keysOf('films')).to.have.length(450)
    expect(await newest()).to.include({ state: 'done' })
    expect((await newest())?.progress).to.include({ done: 450, failed: 0 })
  })

  it('end when they are cancelled', async () => {
    await put('photos', 'a')
    const { id } = await start({ action: 'delete', keys: ['a'] })
    expect(await core.objectJobs.cancel(photos, id)).to.include({ state: 'cancelled', endedAt: now })
    expect(await run()).to.equal(0)
    expect(await keysOf('photos')).to.deep.equal(['a'])
    expect(await rejection(core.objectJobs.cancel(films, id))).to.include({ code: 'NoSuchEntity' })
  })

  it('tell what they failed at', async () => {
    await put('photos', 'a')
    await start({ keys: ['a', 'gone'], to: into(films) })
    await run()
    expect((await newest())?.progress.errors).to.deep.equal([
      { key: 'gone', code: 'NoSuchKey', message: 'The specified key does not exist.' },
    ])
    await start({ keys: ['a'], to: into(films) })
    await core.objects.delete(caller, { bucket: 'photos', key: 'a' })
    await core.buckets.delete(caller, 'photos')
    await run()
    expect((await newest())?.progress.errors[0]).to.include({ key: '', code: 'NoSuchBucket' })
    expect(await newest()).to.include({ state: 'failed' })
  })

  it('are forgotten a week after their end', async () => {
    await start({ action: 'delete', keys: ['a'] })
    await run()
    now += 7 * dayMs
    await core.objectJobs.forget()
    expect(await newest()).to.include({ state: 'done' })
    now += 1
    await core.objectJobs.forget()
    expect(await newest()).to.equal(undefined)
  })

  it('refuse what would come upon itself, and what fits nowhere', async () => {
    const refused = async (wanted: Partial<WantedJob>) => await rejection(start(wanted))
    const itself = { code: 'InvalidRequest' }
    expect(await refused({ prefixes: ['a/'], to: into(photos, { prefix: 'a/b/' }) })).to.include(itself)
    expect(await refused({ prefixes: ['a/b/'], to: into(photos, { key: 'a/' }) })).to.include(itself)
    expect(await refused({ prefixes: [''], to: into(photos, { prefix: 'copy/' }) })).to.include(itself)
    expect(await refused({ keys: ['a/b'], to: into(photos, { prefix: 'a/' }) })).to.include(itself)
    const senseless = { code: 'InvalidArgument' }
    expect(await refused({ to: into(films) })).to.include(senseless)
    expect(await refused({ keys: ['a'] })).to.include(senseless)
    expect(await refused({ action: 'delete', keys: ['a'], to: into(films) })).to.include(senseless)
    expect(await refused({ keys: ['a', 'b'], to: into(films, { key: 'c' }) })).to.include(senseless)
  })
})
