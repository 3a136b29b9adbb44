import { expect } from 'chai'
import { openWorkshop, type Workshop } from './maintenance.ts'
import { rejection } from '../../contracts/rejection.ts'
import { verify as verifyParts } from '../../../src/core/maintenance/verify.ts'
import type { Metadata } from '../../../src/core/ports.ts'
import type { VerifyProgress } from '../../../src/core/maintenance/verification.ts'

const hourMs = 3_600_000

const verifyWith = ({ core, blobs }: Workshop, metadata: Metadata) =>
  verifyParts({
    metadata,
    blobs,
    clock: core.clock,
    serverKey: Buffer.alloc(32, 7),
    settings: core.settings,
  })

describe('verify', () => {
  let shop: Workshop
  beforeEach(async () => {
    shop = await openWorkshop()
  })
  afterEach(() => shop.close())
  const verify: Workshop['core']['maintenance']['verify'] = (options) => shop.core.maintenance.verify(options)
  const part = (partNumber: number, blobId: string) => ({
    partNumber,
    size: 4,
    etag: 'e',
    blobId,
    checksum: undefined,
  })

  it('finds nothing in a store that is whole', async () => {
    await shop.object('a', 'abc')
    await shop.put('inline', { kind: 'inline', data: Buffer.from('x') }, 1)
    await shop.put(
      'multi',
      { kind: 'parts', parts: [part(1, await shop.blob('part')), part(2, await shop.blob('trap'))] },
      8,
    )
    expect(await verify({ isDeep: true })).to.deep.equal({
      checkedBlobs: 3,
      lostCount: 0,
      lost: [],
      orphanCount: 0,
      orphanBytes: 0,
      orphans: [],
      usage: [],
    })
  })

  it('lists objects and parts whose bytes are missing or too few, and leaves them', async () => {
    await shop.blobs.remove(await shop.object('gone', 'abc'))
    await shop.put('cut', { kind: 'blob', blobId: await shop.blob('short') }, 6)
    const missing = await shop.blob('trap')
    await shop.put('multi', { kind: 'parts', parts: [part(1, await shop.blob('part')), part(2, missing)] }, 8)
    await shop.blobs.remove(missing)

    const { lost, lostCount } = await verify({ isRepair: true })
    expect(lostCount).to.equal(3)
    expect(lost.map(({ bucket, key, reason, isDropped }) => [bucket, key, reason, isDropped])).to.deep.equal([
      ['photos', 'cut', 'size', false],
      ['photos', 'gone', 'missing', false],
      ['photos', 'multi', 'missing', false],
    ])
    expect((await verify()).lostCount).to.equal(3)
  })

  it('finds bytes that have changed only when it reads them', async () => {
    const other = await shop.blob('cba')
    await shop.put('rotten', { kind: 'blob', blobId: other }, 3, '900150983cd24fb0d6963f7d28e17f72')
    await shop.object('sound', 'abc')
    expect((await verify()).lostCount).to.equal(0)
    const { lost } = await verify({ isDeep: true })
    expect(lost.map(({ key, reason }) => [key, reason])).to.deep.equal([['rotten', 'content']])
  })

  it('deletes lost objects when it is told to, and nothing else', async () => {
    await shop.blobs.remove(await shop.object('gone', 'abc'))
    const missing = await shop.blob('trap')
    await shop.put('multi', { kind: 'parts', parts: [part(1, await shop.blob('part')), part(2, missing)] }, 8)
    await shop.blobs.remove(missing)
    await shop.object('kept', 'abc')

    const { lost } = await verify({ isRepair: true, dropsLost: true })
    expect(lost.map(({ key, isDropped }) => [key, isDropped])).to.deep.equal([
      ['gone', true],
      ['multi', true],
    ])
    const isThere = async (key: string) =>
      (await shop.metadata.findObject(shop.bucketId, key, { withData: false })) !== undefined
    expect(await Promise.all(['gone', 'multi', 'kept'].map(isThere))).to.deep.equal([false, false, true])
  })

  it('finds lost bytes of old versions, and deletes those that no lock keeps', async () => {
    await shop.metadata.transaction((tx) => tx.setBucketVersioning(shop.bucketId, 'enabled'))
    const locked = await shop.object('locked', 'abc')
    const blobs = [await shop.object('k', 'old'), locked]
    await shop.object('k', 'new')
    for (const blobId of blobs) await shop.blobs.remove(blobId)
    await shop.metadata.transaction(async (tx) => {
      const version = await tx.findObject(shop.bucketId, 'locked')
      if (version) await tx.putObjectAttributes(version, { lock: { legalHold: true } })
    })
    const { lost } = await verify({ isRepair: true, dropsLost: true })
    expect(lost.map(({ key, blobId, isDropped }) => [key, blobId, isDropped])).to.deep.equal([
      ['locked', locked, false],
      ['k', blobs[0], true],
    ])
    expect((await verify()).lost.map(({ key }) => key)).to.deep.equal(['locked'])
    const { recorded, counted } = await shop.metadata.auditUsage(shop.bucketId)
    expect([recorded, counted.objects]).to.deep.equal([counted, 2])
  })

  it('reports orphans once they are an hour old, and moves them to the trash when it repairs', async () => {
    const orphan = await shop.blob('orphan')
    expect((await verify()).orphanCount).to.equal(0)
    shop.wait(hourMs)
    const young = await shop.blob('young')
    const found = await verify({ isRepair: true })
    expect(found).to.include({ orphanCount: 1, orphanBytes: 6 })
    expect(found.orphans).to.deep.equal([orphan])
    expect([...(await shop.metadata.namedBlobs([orphan, young]))]).to.deep.equal([orphan])
    expect((await verify()).orphanCount).to.equal(0)
  })

  it('does not take the trash for orphans, nor for lost', async () => {
    await shop.object('a', 'old')
    await shop.object('a', 'new')
    shop.wait(hourMs)
    expect(await verify()).to.include({ checkedBlobs: 1, lostCount: 0, orphanCount: 0 })
  })

  it('reports usage that is wrong on record, and counts it anew when it repairs', async () => {
    await shop.object('a', 'abc')
    const right = { objects: 1, bytes: 3, partBytes: 0 }
    const wrong = { objects: 7, bytes: 70, partBytes: 0 }
    const recounted: number[] = []
    const metadata: Metadata = {
      ...shop.metadata,
      auditUsage: () => Promise.resolve({ recorded: wrong, counted: right }),
      transaction: (work) =>
        shop.metadata.transaction((tx) => {
          const recountUsage = (id: number) => Promise.resolve(void recounted.push(id))
          return work({ ...tx, recountUsage })
        }),
    }
    const { usage } = await verifyWith(shop, metadata)({ isRepair: false })
    expect(usage).to.deep.equal([{ bucket: 'photos', recorded: wrong, counted: right }])
    expect(recounted).to.deep.equal([])
    await verifyWith(shop, metadata)({ isRepair: true })
    expect(recounted).to.deep.equal([shop.bucketId])
  })

  it('tells how far it has come', async () => {
    await shop.object('a', 'abc')
    const seen: VerifyProgress[] = []
    await verify({ onProgress: (progress) => seen.push(progress) })
    expect(seen).to.deep.equal([
      { phase: 'objects', checked: 1, total: 1 },
      { phase: 'store', checked: 1, total: 1 },
    ])
  })

  it('stops when it is told to', async () => {
    await shop.object('a', 'abc')
    expect(await rejection(() => verify({ signal: AbortSignal.abort() }))).to.have.property(
      'name',
      'AbortError',
    )
  })
})
