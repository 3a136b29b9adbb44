import { expect } from 'chai'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import { ruleWith } from './rules.ts'
import type { Bucket, Versioning } from '../../../src/core/buckets/bucket.ts'
import type { LifecycleRule } from '../../../src/core/lifecycle/lifecycle.ts'
import type { ObjectAttributes } from '../../../src/core/objects/object-version.ts'

const caller = callerOf(alice)
const dayMs = 86_400_000
const signal = new AbortController().signal
const pause = () => Promise.resolve()

let now = 0
let store: Awaited<ReturnType<typeof openTemporaryCore>>
let bucket: Bucket

const days = (count: number) => {
  now += count * dayMs
}
const put = (key: string, attributes: ObjectAttributes = {}) =>
  store.core.objects.put(caller, { bucket: 'photos', key }, bodyFrom(Buffer.from('12345')), {
    attributes,
    storageClass: 'STANDARD',
    acl: {},
    signal: () => signal,
  })
const remove = (key: string, versionId?: string) =>
  store.core.objects.delete(caller, { bucket: 'photos', key, versionId })
const rules = (...given: readonly Partial<LifecycleRule>[]) =>
  store.core.buckets.putLifecycle(caller, 'photos', {
    rules: given.map((rule, n) => ruleWith({ id: String(n), ...rule })),
    minimumSize: 'all_storage_classes_128K',
  })
const run = () => store.core.maintenance.runLifecycle({ signal, pause })
const keep = (versioning: Versioning) =>
  store.metadata.transaction((tx) => tx.setBucketVersioning(bucket.id, versioning))
/** `key`, with `+` when live, `-` when a delete marker on top, in the order of a listing of versions. */
const left = async () => {
  const query = { prefix: '', delimiter: undefined, keyMarker: '', versionIdMarker: undefined, limit: 1000 }
  const { entries } = await store.metadata.listVersions({ bucketId: bucket.id, ...query })
  return entries.map((entry) =>
    'commonPrefix' in entry
      ? ''
      : entry.key + (entry.isDeleteMarker ? '-' : '') + (entry.isLatest ? '+' : ''),
  )
}

describe('A walk by lifecycle rules', () => {
  beforeEach(async () => {
    now = Date.parse('2026-01-15T10:30:00Z')
    store = await openTemporaryCore(undefined, { clock: { now: () => now } })
    bucket = await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
  })
  afterEach(() => store.close())

  it('deletes for good what is old enough where versions are not kept', async () => {
    await put('logs/old')
    days(1)
    for (const key of ['logs/young', 'other', 'zlogs/old']) await put(key)
    await rules({ filter: { prefix: 'logs/', tags: [] }, expiration: { days: 1 } })
    days(0.7)
    expect(await run()).to.include({ expired: 1, expiredBytes: 5 })
    expect(await left()).to.deep.equal(['logs/young+', 'other+', 'zlogs/old+'])
    expect(await store.metadata.auditUsage(bucket.id)).to.deep.include({
      recorded: { objects: 3, bytes: 15, partBytes: 0 },
    })
  })

  it('puts delete markers where versions are kept, and removes them when nothing is left behind', async () => {
    await keep('enabled')
    await put('a')
    await rules({ expiration: { days: 1 }, noncurrentExpiration: { days: 1 } })
    days(3)
    expect(await run()).to.include({ expired: 1, expiredBytes: 0 })
    expect(await left()).to.deep.equal(['a-+', 'a'])
    days(3)
    expect(await run()).to.include({ expired: 1, expiredBytes: 5 })
    expect(await left()).to.deep.equal(['a-+'])
    expect(await run()).to.include({ expired: 1, expiredBytes: 0 })
    expect(await left()).to.deep.equal([])
  })

  it('makes the null version give way to a delete marker where versions are suspended', async () => {
    await keep('suspended')
    await put('a')
    await rules({ expiration: { days: 1 } })
    days(3)
    await run()
    expect(await left()).to.deep.equal(['a-+'])
  })

  it('keeps newer noncurrent versions', async () => {
    await keep('enabled')
    for (let n = 0; n < 6; n++) await put('a')
    await rules({ noncurrentExpiration: { days: 1, newerVersions: 2 } })
    days(3)
    expect(await run()).to.include({ expired: 3 })
    expect(await left()).to.deep.equal(['a+', 'a', 'a'])
  })

  it('goes by tags', async () => {
    const tags = [{ key: 'keep', value: 'no' }]
    await put('a', { tags })
    await put('b')
    await rules({ filter: { tags }, expiration: { days: 1 } })
    days(3)
    await run()
    expect(await left()).to.deep.equal(['b+'])
  })

  it('leaves what was written anew since it was looked at', async () => {
    for (const key of ['a', 'b']) await put(key)
    await rules({ expiration: { days: 1 } })
    days(3)
    const write = store.metadata.write.bind(store.metadata)
    let isFirst = true
    // Another client is faster than the first deletion.
    Object.assign(store.metadata, {
      write: async (request: Parameters<typeof write>[0]) => {
        if (isFirst) {
          isFirst = false
          await put('a')
        }
        return write(request)
      },
    })
    expect(await run()).to.include({ expired: 1 })
    expect(await left()).to.deep.equal(['a+'])
  })

  it('leaves a noncurrent version that has become the current one', async () => {
    await keep('enabled')
    await put('a')
    const { versionId } = await put('a')
    await rules({ noncurrentExpiration: { days: 1 } })
    days(3)
    const write = store.metadata.write.bind(store.metadata)
    let isFirst = true
    Object.assign(store.metadata, {
      write: async (request: Parameters<typeof write>[0]) => {
        if (isFirst) {
          isFirst = false
          await remove('a', versionId)
        }
        return write(request)
      },
    })
    expect(await run()).to.include({ expired: 0 })
    expect(await left()).to.deep.equal(['a+'])
  })

  it('leaves what is locked', async () => {
    await keep('enabled')
    await store.metadata.write({
      kind: 'put',
      bucketId: bucket.id,
      key: 'a',
      size: 1,
      etag: 'e',
      ownerId: alice.canonicalId,
      storageClass: 'STANDARD',
      attributes: { lock: { legalHold: true } },
      content: { kind: 'inline', data: Buffer.from('x') },
      now,
      trashAfter: now,
    })
    await put('a')
    await rules({ noncurrentExpiration: { days: 1 } })
    days(3)
    expect(await run()).to.include({ expired: 0 })
    expect(await left()).to.deep.equal(['a+', 'a'])
  })

  it('ends when the rules are taken away', async () => {
    for (let n = 0; n < 150; n++) await put(`a${String(n)}`)
    await rules({ expiration: { days: 1 } })
    days(3)
    let pauses = 0
    const stop = async () => {
      if (pauses++ === 0) await store.core.buckets.deleteLifecycle(caller, 'photos')
    }
    expect(await store.core.maintenance.runLifecycle({ signal, pause: stop })).to.include({ expired: 100 })
    expect(await left()).to.have.length(50)
  })

  it('walks buckets of more than a page', async function () {
    this.timeout(60_000)
    await keep('enabled')
    const keys = Array.from({ length: 1100 }, (_, n) => `k${String(n)}`)
    await Promise.all(keys.flatMap((key) => [put(key), put(key)]))
    await rules({ noncurrentExpiration: { days: 1 } })
    days(3)
    expect(await run()).to.include({ expired: 1100 })
    await rules({ expiration: { days: 1 } })
    expect(await run()).to.include({ expired: 1100 })
  })

  it('aborts uploads that have been unfinished for too long', async () => {
    const create = (key: string) =>
      store.core.uploads.create(
        caller,
        { bucket: 'photos', key },
        {
          attributes: {},
          storageClass: 'STANDARD',
          acl: {},
          checksumAlgorithm: undefined,
          checksumType: undefined,
        },
      )
    const old = await create('a/old')
    await store.core.uploads.putPart(
      caller,
      { bucket: 'photos', key: 'a/old', uploadId: old.id, partNumber: 1 },
      bodyFrom(Buffer.from('part')),
      { signal: () => signal },
    )
    await create('b')
    days(6)
    await create('a/young')
    await rules({ filter: { prefix: 'a/', tags: [] }, abortDays: 7 })
    days(2)
    expect(await run()).to.include({ abortedUploads: 1 })
    const query = { prefix: '', delimiter: undefined, keyMarker: '', uploadIdMarker: '', limit: 9 }
    const { entries } = await store.core.uploads.list(caller, 'photos', query)
    expect(entries.map((entry) => 'key' in entry && entry.key)).to.deep.equal(['a/young', 'b'])
    expect(await store.metadata.listTrash({ before: now, limit: 9 })).to.have.length(1)
  })

  it('relabels what moves to a class without a store of its own', async () => {
    await put('a')
    await rules({
      filter: { tags: [], sizeGreaterThan: 1 },
      transitions: [{ days: 1, storageClass: 'GLACIER_IR' }],
    })
    days(3)
    expect(await run()).to.include({ transitioned: 1, transitionedBytes: 5 })
    const { version } = await store.core.objects.open(caller, { bucket: 'photos', key: 'a' })
    expect(version).to.include({ storageClass: 'GLACIER_IR' })
    expect(await run()).to.include({ transitioned: 0 })
  })
})
