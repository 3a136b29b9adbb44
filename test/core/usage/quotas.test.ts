import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { UploadBody } from '../../../src/core/ports.ts'
import type { ProjectQuota } from '../../../src/core/usage/quota.ts'
import type { Patch } from '../../../src/core/usage/patch.ts'

const signal = () => new AbortController().signal
const bytes = (size: number) => bodyFrom(Buffer.alloc(size, 'x'))
const options = { attributes: {}, storageClass: 'STANDARD', acl: {}, signal }
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'stored',
    (error: unknown) => (error as { code: string }).code,
  )

describe('quotas', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  /** As the catalog knows it at the moment. */
  const caller = async () => callerOf((await store.core.catalog.findProject(alice.id)) ?? alice)
  const limit = (quota: Patch<ProjectQuota>) => store.core.projects.limit('alice', { quota })
  const create = async (name: string) =>
    store.core.buckets.create(await caller(), name, { acl: {}, locationConstraint: undefined })
  const ref = (key: string, bucket = 'photos') => ({ bucket, key, versionId: undefined })
  const put = async (key: string, body: UploadBody, bucket = 'photos') =>
    store.core.objects.put(await caller(), ref(key, bucket), body, options)
  const upload = async (key: string) => {
    const { id: uploadId } = await store.core.uploads.create(await caller(), ref(key), {
      ...options,
      checksumAlgorithm: undefined,
      checksumType: undefined,
    })
    const sendPart = async (partNumber: number, size: number) =>
      store.core.uploads.putPart(
        await caller(),
        { bucket: 'photos', key, uploadId, partNumber },
        bytes(size),
        { signal },
      )
    const complete = async (parts: readonly { readonly partNumber: number; readonly etag: string }[]) =>
      store.core.uploads.complete(await caller(), { bucket: 'photos', key, uploadId }, { parts })
    const abort = async () => store.core.uploads.abort(await caller(), { bucket: 'photos', key, uploadId })
    return { sendPart, complete, abort }
  }
  const usage = async (name = 'photos') => {
    const [found] = (await store.metadata.listBuckets({ limit: 10 })).filter((bucket) => bucket.name === name)
    return found && store.metadata.auditUsage(found.id)
  }

  beforeEach(async () => {
    store = await openTemporaryCore()
    await create('photos')
  })
  afterEach(() => store.close())

  it('are never exceeded by a hundred uploads at once', async () => {
    await store.core.buckets.changeQuota({ name: 'photos' }, { bytes: 1000 })
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, n) => outcome(put(`key-${String(n)}`, bytes(30)))),
    )
    expect(results.filter((result) => result === 'stored')).to.have.length(33)
    expect(results.filter((result) => result === 'QuotaExceeded')).to.have.length(67)
    expect((await usage())?.recorded).to.deep.equal({ objects: 33, bytes: 990, partBytes: 0 })
  })

  it('of a project bind all its buckets together', async () => {
    await create('films')
    await limit({ bytes: 10 })
    await put('a', bytes(6))
    expect(await rejection(put('a', bytes(5), 'films'))).to.include({ code: 'QuotaExceeded', status: 403 })
    await put('a', bytes(4), 'films')
    await limit({ bytes: null })
    await put('b', bytes(100), 'films')
  })

  it('leave room for what takes the place of an object, and count versions that are kept', async () => {
    await store.core.buckets.changeQuota({ name: 'photos' }, { objects: 1, bytes: 10 })
    await put('a', bytes(10))
    await put('a', bytes(8))
    await put('a', bytes(10))
    await store.core.buckets.putVersioning(await caller(), 'photos', 'enabled')
    expect(await rejection(put('a', bytes(0)))).to.include({ code: 'QuotaExceeded' })
  })

  it('are looked at before a body is asked for', async () => {
    await limit({ bytes: 10 })
    const unread: UploadBody = {
      ...bytes(11),
      readAll: () => Promise.reject(new Error('It was read.')),
      stream: () => {
        throw new Error('It was read.')
      },
    }
    expect(await rejection(put('a', unread))).to.include({ code: 'QuotaExceeded' })
  })

  it('count parts, which become an object without counting twice', async () => {
    await limit({ bytes: 100 })
    const { sendPart, complete } = await upload('large')
    const first = await sendPart(1, 60)
    expect(await rejection(sendPart(2, 41))).to.include({ code: 'QuotaExceeded' })
    expect(await rejection(put('a', bytes(41)))).to.include({ code: 'QuotaExceeded' })
    expect((await usage())?.recorded).to.deep.equal({ objects: 0, bytes: 0, partBytes: 60 })
    await sendPart(2, 40)
    await sendPart(1, 50)
    await sendPart(1, 60)
    await complete([first])
    const { recorded, counted } = (await usage()) ?? {}
    expect(recorded).to.deep.equal({ objects: 1, bytes: 60, partBytes: 0 })
    expect(counted).to.deep.equal(recorded)
  })

  it('forget the parts of an aborted upload', async () => {
    const { sendPart, abort } = await upload('large')
    await sendPart(1, 60)
    await abort()
    expect((await usage())?.recorded).to.deep.equal({ objects: 0, bytes: 0, partBytes: 0 })
  })

  it('let an object be renamed when they are used up', async () => {
    await put('old', bytes(10))
    await limit({ objects: 1, bytes: 10 })
    await store.core.objects.rename(await caller(), ref('new'), { sourceKey: 'old', signal })
    await store.core.objects.find(await caller(), ref('new'))
  })

  it('bound the size of an object and the number of buckets', async () => {
    await limit({ objectBytes: 5, buckets: 1 })
    expect(await rejection(put('a', bytes(6)))).to.include({ code: 'EntityTooLarge' })
    expect(await rejection(create('films'))).to.include({ code: 'TooManyBuckets' })
    await put('a', bytes(5))
    await limit({ buckets: 2 })
    await create('films')
  })
})
