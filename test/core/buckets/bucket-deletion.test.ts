import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { VersionQuery } from '../../../src/core/objects/list-query.ts'

const caller = callerOf(alice)
const { signal } = new AbortController()

describe('the deletion of a bucket with everything', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  let core: Core
  beforeEach(async () => {
    store = await openTemporaryCore()
    core = store.core
    for (const name of ['photos', 'films'])
      await core.buckets.create(caller, name, { acl: {}, locationConstraint: undefined })
  })
  afterEach(() => store.close())

  const put = (bucket: string, key: string) =>
    core.objects.put(caller, { bucket, key, versionId: undefined }, bodyFrom(Buffer.from('abc')), {
      attributes: {},
      storageClass: 'STANDARD',
      acl: {},
      signal: () => signal,
    })
  const fill = (bucket: string, count: number) =>
    Promise.all(Array.from({ length: count }, (_, n) => put(bucket, `key-${String(n)}`)))
  const begin = () => core.buckets.beginDeletion(caller, 'photos', { confirm: 'photos' })
  const run = (until = signal) => core.buckets.runDeletions({ signal: until })
  const beforePage = (number: number, act: () => void) => {
    const list = store.metadata.listVersions.bind(store.metadata)
    let pages = 0
    const listVersions = (query: VersionQuery) => {
      if (++pages === number) act()
      return list(query)
    }
    Object.assign(store.metadata, { listVersions })
  }

  it('asks for the name once more', async () => {
    const refused = core.buckets.beginDeletion(caller, 'photos', { confirm: 'films' })
    expect(await rejection(refused)).to.include({ code: 'InvalidArgument' })
    expect(await run()).to.equal(0)
  })

  it('leaves nothing of it, and the other buckets as they are', async () => {
    for (const name of ['photos', 'films']) await fill(name, 300)
    await begin()
    expect(await run()).to.equal(300)
    expect(await rejection(core.buckets.get(caller, 'photos'))).to.include({ code: 'NoSuchBucket' })
    expect(await store.metadata.findUsage((await core.buckets.get(caller, 'films')).id)).to.include({
      objects: 300,
    })
  })

  it('goes on where a stop has cut it off', async () => {
    await fill('photos', 600)
    await begin()
    const stopped = new AbortController()
    beforePage(2, () => {
      stopped.abort()
    })
    const before = await run(stopped.signal)
    expect(before).to.be.within(1, 599)
    expect((await core.buckets.get(caller, 'photos')).configuration.deletion).to.deep.equal({
      objects: before,
      bytes: before * 3,
    })
    expect(before + (await run())).to.equal(600)
    expect(await rejection(core.buckets.get(caller, 'photos'))).to.include({ code: 'NoSuchBucket' })
  })

  it('takes what is written meanwhile', async () => {
    await fill('photos', 10)
    await begin()
    const transaction = store.metadata.transaction.bind(store.metadata)
    let transactions = 0
    Object.assign(store.metadata, {
      transaction: async (work: Parameters<typeof transaction>[0]) => {
        // The first one notes what has gone, the second one would remove the bucket.
        if (++transactions === 2) await put('photos', 'late')
        return transaction(work)
      },
    })
    expect(await run()).to.equal(11)
    expect(await rejection(core.buckets.get(caller, 'photos'))).to.include({ code: 'NoSuchBucket' })
  })
})
