import { expect } from 'chai'
import { memoryBlobStore } from '../../src/blobs/memory-blob-store.ts'
import { routedBlobStore } from '../../src/blobs/routed-blob-store.ts'
import { describeBlobStore } from '../contracts/blob-store.ts'
import { rejection } from '../contracts/rejection.ts'
import { text } from 'node:stream/consumers'

const clock = { now: () => Date.now() }
const open = () => {
  const [standard, glacier] = [memoryBlobStore({ clock }), memoryBlobStore({ clock })]
  return { standard, glacier, routed: routedBlobStore(standard, new Map([['GLACIER', glacier]])) }
}
const place = { projectId: 'p', bucket: 'b', extension: 'txt' }
const archived = { ...place, storageClass: 'GLACIER' }
async function* body(content: string) {
  yield await Promise.resolve(Buffer.from(content))
}
const idsOf = async (ids: AsyncIterable<string>) => {
  const all: string[] = []
  for await (const id of ids) all.push(id)
  return all
}

describe('A store that is several', () => {
  it('puts a class into its own store, and others into the standard one', async () => {
    const { standard, glacier, routed } = open()
    await routed.write(body('1'), archived)
    await routed.write(body('2'), { ...place, storageClass: 'STANDARD_IA' })
    expect(
      [await idsOf(standard.ids()), await idsOf(glacier.ids())].map(({ length }) => length),
    ).to.deep.equal([1, 1])
  })

  it('finds a blob by its id alone', async () => {
    const { routed } = open()
    const { id } = await routed.write(body('123'), archived)
    expect(await text(await routed.read(id))).to.equal('123')
    expect((await routed.readBytes(id, { start: 1, end: 1 })).toString()).to.equal('2')
    expect(await routed.size(id)).to.equal(3)
    expect(await idsOf(routed.ids())).to.deep.equal([id])
    await routed.remove(id)
    expect(await routed.size(id)).to.equal(undefined)
  })

  it('copies from store to store', async () => {
    const { glacier, routed } = open()
    const { id } = await routed.write(body('123'), place)
    const there = await routed.copy(id, archived)
    expect(there.size).to.equal(3)
    expect(await text(await routed.read(there.id))).to.equal('123')
    expect(await idsOf(glacier.ids())).to.have.length(1)
    const back = await routed.copy(there.id, place)
    expect(await text(await routed.read(back.id))).to.equal('123')
  })

  it('says so when a store is not there any more', async () => {
    const { standard, routed } = open()
    const { id } = await routed.write(body('123'), archived)
    const without = routedBlobStore(standard, new Map())
    expect(await rejection(without.read(id)))
      .to.have.property('message')
      .that.includes('not configured')
  })
})

describeBlobStore('several stores', () => Promise.resolve(open().routed))
