import { expect } from 'chai'
import { sweepOrphans } from '../../../src/core/maintenance/sweep.ts'
import { openWorkshop, trashMs, type Workshop } from './maintenance.ts'

const dayMs = 86_400_000

describe('sweeping', () => {
  let shop: Workshop
  beforeEach(async () => {
    shop = await openWorkshop()
  })
  afterEach(() => shop.close())
  const { signal } = new AbortController()
  const isThere = async (id: string) => (await shop.blobs.size(id)) !== undefined

  it('removes replaced blobs when their time has come', async () => {
    const old = await shop.object('a', 'old')
    const current = await shop.object('a', 'new')
    expect(await shop.core.maintenance.sweepTrash(signal)).to.equal(0)
    expect(await isThere(old)).to.equal(true)
    shop.wait(trashMs)
    expect(await shop.core.maintenance.sweepTrash(signal)).to.equal(1)
    expect(await isThere(old)).to.equal(false)
    expect(await isThere(current)).to.equal(true)
    expect(await shop.core.maintenance.sweepTrash(signal)).to.equal(0)
  })

  it('removes in several batches what has gathered', async () => {
    const ids = await Promise.all(Array.from({ length: 1100 }, (_, n) => shop.blob(String(n))))
    await shop.metadata.transaction((tx) => tx.trash(ids, 0))
    expect(await shop.core.maintenance.sweepTrash(signal)).to.equal(1100)
    expect(await isThere(ids[1099] ?? '')).to.equal(false)
  })

  it('stops between batches when it is told to', async () => {
    const old = await shop.blob('old')
    await shop.metadata.transaction((tx) => tx.trash([old], 0))
    expect(await shop.core.maintenance.sweepTrash(AbortSignal.abort())).to.equal(0)
    expect(await isThere(old)).to.equal(true)
  })

  it('makes room of the trash before its time, the oldest first', async () => {
    const old = await shop.blob('old')
    await shop.metadata.transaction((tx) => tx.trash([old], 1))
    const ids = await Promise.all(Array.from({ length: 700 }, (_, n) => shop.blob(String(n))))
    await shop.metadata.transaction((tx) => tx.trash(ids, shop.core.clock.now() + trashMs))
    const current = await shop.object('a', 'current')
    const { makeRoom } = shop.core.maintenance
    expect(await makeRoom()).to.equal(true)
    expect(await isThere(old)).to.equal(false)
    const left = () => shop.metadata.listTrash({ before: Infinity, limit: 1000 })
    expect(await left()).to.have.length(201)
    expect(await makeRoom()).to.equal(true)
    expect(await left()).to.deep.equal([])
    expect(await makeRoom()).to.equal(false)
    expect(await isThere(current)).to.equal(true)
  })

  it('puts blobs that nothing names into the trash once they are old, and leaves the others', async () => {
    const named = await shop.object('a', 'named')
    const orphan = await shop.blob('orphan')
    const sweep = () => shop.core.maintenance.sweepOrphans({ ageMs: dayMs, signal })
    expect(await sweep()).to.equal(0)
    shop.wait(dayMs)
    const young = await shop.blob('young')
    expect(await sweep()).to.equal(1)
    expect(await sweep()).to.equal(0)
    expect(await isThere(orphan)).to.equal(true)
    shop.wait(trashMs)
    await shop.core.maintenance.sweepTrash(signal)
    expect(await Promise.all([named, orphan, young].map(isThere))).to.deep.equal([true, false, true])
  })

  it('leaves a blob that came to be named after it was looked at', async () => {
    const late = await shop.blob('late')
    shop.wait(dayMs)
    const metadata = {
      ...shop.metadata,
      namedBlobs: async (ids: readonly string[]) => {
        const named = await shop.metadata.namedBlobs(ids)
        await shop.put('a', { kind: 'blob', blobId: late }, 4)
        return named
      },
    }
    const { clock, settings } = shop.core
    expect(
      await sweepOrphans({ metadata, blobs: shop.blobs, clock, settings })({ ageMs: dayMs, signal }),
    ).to.equal(0)
    expect(await shop.metadata.listTrash({ before: Infinity, limit: 1 })).to.deep.equal([])
  })
})
