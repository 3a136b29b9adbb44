import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { memoryBlobStore } from '../../../src/blobs/memory-blob-store.ts'
import { routedBlobStore } from '../../../src/blobs/routed-blob-store.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import { ruleWith } from './rules.ts'
import type { BlobStore } from '../../../src/core/ports.ts'

const caller = callerOf(alice)
const dayMs = 86_400_000
const { signal } = new AbortController()
const object = { bucket: 'photos', key: 'a.jpg' }
const bytes = Buffer.alloc(200 * 1024, 'x')

let now = 0
const clock = { now: () => now }
let standard: BlobStore
let glacier: BlobStore
let store: Awaited<ReturnType<typeof openTemporaryCore>>

const days = (count: number) => {
  now += count * dayMs
}
const countOf = async (blobs: BlobStore) => {
  const ids: string[] = []
  for await (const id of blobs.ids()) ids.push(id)
  return ids.length
}
const places = async () => {
  await store.core.maintenance.sweepTrash(signal)
  return { standard: await countOf(standard), glacier: await countOf(glacier) }
}
const put = (storageClass: string, data = bytes) =>
  store.core.objects.put(caller, object, bodyFrom(data), {
    attributes: {},
    storageClass,
    acl: {},
    signal: () => signal,
  })
const read = async () => {
  const { body } = await store.core.objects.open(caller, object)
  return Buffer.isBuffer(body) ? body : buffer(body)
}
const moveTo = async (storageClass: string) => {
  const rules = [ruleWith({ transitions: [{ days: 1, storageClass }] })]
  await store.core.buckets.putLifecycle(caller, 'photos', { rules, minimumSize: 'all_storage_classes_128K' })
  days(3)
  return store.core.maintenance.runLifecycle({ signal, pause: () => Promise.resolve() })
}
const restore = (count: number, tier?: string) =>
  store.core.objects.restore(caller, object, { days: count, tier })
const until = async () => (await store.core.objects.find(caller, object)).restoredUntil

describe('An archive with a store of its own', () => {
  beforeEach(async () => {
    now = Date.parse('2026-01-15T10:30:00Z')
    standard = memoryBlobStore({ clock })
    glacier = memoryBlobStore({ clock })
    const blobs = routedBlobStore(standard, new Map([['GLACIER', glacier]]))
    store = await openTemporaryCore(blobs, { clock, settings: { keptApart: new Set(['GLACIER']) } })
    await store.core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
  })
  afterEach(() => store.close())

  it('gets the bytes of what moves there, and the old ones go', async () => {
    await put('STANDARD')
    expect(await places()).to.deep.equal({ standard: 1, glacier: 0 })
    expect(await moveTo('GLACIER')).to.include({ transitioned: 1, transitionedBytes: bytes.length })
    expect(await places()).to.deep.equal({ standard: 0, glacier: 1 })
    expect(await store.core.maintenance.verify({})).to.include({ lostCount: 0, orphanCount: 0 })
  })

  it('gets every part of a multipart object', async () => {
    const upload = await store.core.uploads.create(caller, object, {
      attributes: {},
      storageClass: 'STANDARD',
      acl: {},
      checksumAlgorithm: undefined,
      checksumType: undefined,
    })
    const parts: { partNumber: number; etag: string; checksum: undefined }[] = []
    for (const [partNumber, size] of [
      [1, 5 << 20],
      [2, 10],
    ] as const) {
      const ref = { ...object, uploadId: upload.id, partNumber }
      const part = bodyFrom(Buffer.alloc(size, partNumber))
      const { etag } = await store.core.uploads.putPart(caller, ref, part, { signal: () => signal })
      parts.push({ partNumber, etag, checksum: undefined })
    }
    await store.core.uploads.complete(caller, { ...object, uploadId: upload.id }, { parts })
    await moveTo('GLACIER')
    expect(await places()).to.deep.equal({ standard: 0, glacier: 2 })
    await restore(1)
    const whole = await read()
    expect([whole.length, whole.at(-1)]).to.deep.equal([(5 << 20) + 10, 2])
  })

  it('gets at once what is put into its class', async () => {
    await put('GLACIER')
    expect(await places()).to.deep.equal({ standard: 0, glacier: 1 })
  })

  it('is not read before it is restored, nor copied', async () => {
    await put('GLACIER')
    expect(await rejection(read())).to.include({ code: 'InvalidObjectState', status: 403 })
    const copy = { source: object, acl: {}, signal: () => signal }
    expect(await rejection(store.core.objects.copy(caller, { bucket: 'photos', key: 'b' }, copy))).to.include(
      {
        code: 'InvalidObjectState',
      },
    )
    expect(await until()).to.equal(undefined)
  })

  it('keeps small objects in the database, which are not read either', async () => {
    await put('GLACIER', Buffer.from('small'))
    expect(await places()).to.deep.equal({ standard: 0, glacier: 0 })
    expect(await rejection(read())).to.include({ code: 'InvalidObjectState' })
  })

  it('is read while it is restored', async () => {
    await put('GLACIER')
    expect(await restore(2)).to.deep.equal({ wasRestored: false })
    expect(await until()).to.equal(Date.parse('2026-01-18T00:00:00Z'))
    expect((await read()).equals(bytes)).to.equal(true)
    expect(await restore(5)).to.deep.equal({ wasRestored: true })
    days(6)
    expect(await rejection(read())).to.include({ code: 'InvalidObjectState' })
    expect(await until()).to.equal(undefined)
  })

  it('gives back for good what is copied to another class', async () => {
    await put('GLACIER')
    await restore(1)
    const copy = { source: object, storageClass: 'STANDARD', acl: {}, signal: () => signal }
    await store.core.objects.copy(caller, object, copy)
    days(9)
    expect((await read()).equals(bytes)).to.equal(true)
    expect(await places()).to.deep.equal({ standard: 1, glacier: 0 })
    expect(await until()).to.equal(undefined)
  })

  it('restores nothing else', async () => {
    await put('STANDARD')
    expect(await rejection(restore(1))).to.include({ code: 'InvalidObjectState' })
    await put('DEEP_ARCHIVE')
    expect(await rejection(restore(1))).to.include({ code: 'InvalidObjectState' })
  })

  it('wants at least a day', async () => {
    await put('GLACIER')
    expect(await rejection(restore(0))).to.include({ code: 'InvalidArgument' })
  })

  it('leaves no bytes of a move to a version that has gone meanwhile', async () => {
    await put('STANDARD')
    const readBlob = standard.read.bind(standard)
    Object.assign(standard, {
      read: async (id: string) => {
        await store.core.objects.delete(caller, object)
        return readBlob(id)
      },
    })
    expect(await moveTo('GLACIER')).to.include({ transitioned: 0 })
    expect(await places()).to.deep.equal({ standard: 0, glacier: 0 })
  })

  it('counts what could not be moved, and moves the rest', async () => {
    await put('STANDARD')
    Object.assign(glacier, { write: () => Promise.reject(new Error('The disk is gone.')) })
    const { failures, transitioned } = await moveTo('GLACIER')
    expect([failures.length, transitioned]).to.deep.equal([1, 0])
    expect((await read()).equals(bytes)).to.equal(true)
  })
})
