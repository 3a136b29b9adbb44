import { expect } from 'chai'
import { buffer } from 'node:stream/consumers'
import { S3Error } from '../../src/core/errors.ts'
import { memoryBlobStore } from '../../src/blobs/memory-blob-store.ts'
import { withinRoom } from '../../src/blobs/within-room.ts'
import { rejection } from '../contracts/rejection.ts'

const place = { projectId: 'p', bucket: 'b', extension: '' }
const bytes = (size: number) => Promise.resolve(Buffer.alloc(size))

async function* chunks(...sizes: number[]): AsyncGenerator<Buffer> {
  for (const size of sizes) yield await bytes(size)
}

/** A blob store on a disk of so many bytes, whose blobs can be counted. */
function openStore(free: number) {
  let left = free
  const memory = memoryBlobStore({ clock: { now: () => 1000 } })
  const has = (size: number) => size <= left
  const room = { has, claim: (size: number) => has(size) && ((left -= size), true) }
  return { memory, store: withinRoom(memory, room) }
}

async function idsOf(store: ReturnType<typeof openStore>['memory']): Promise<string[]> {
  const ids: string[] = []
  for await (const id of store.ids()) ids.push(id)
  return ids
}

describe('a blob store within its room', () => {
  it('takes what fits', async () => {
    const { store } = openStore(100)
    const { id, size } = await store.write(chunks(40, 60), place)
    expect(size).to.equal(100)
    expect(await store.size(id)).to.equal(100)
  })

  it('refuses a body as soon as it does not fit, and keeps nothing of it', async () => {
    const { store, memory } = openStore(100)
    let asked = 0
    const body = async function* () {
      for (;;) {
        asked += 1
        yield await bytes(40)
      }
    }
    const error = await rejection(store.write(body(), place))
    expect(error).to.be.instanceOf(S3Error).and.include({ code: 'InsufficientStorage', status: 507 })
    expect(asked).to.equal(3)
    expect(await idsOf(memory)).to.deep.equal([])
  })

  it('refuses a body that cannot fit before it asks for any of it', async () => {
    const { store, memory } = openStore(100)
    let asked = 0
    const body = async function* () {
      asked += 1
      yield await bytes(10)
    }
    expect(await rejection(store.write(body(), place, { size: 101 }))).to.include({
      code: 'InsufficientStorage',
    })
    expect(asked).to.equal(0)
    expect(await idsOf(memory)).to.deep.equal([])
    expect(await store.write(chunks(100), place, { size: 100 })).to.include({ size: 100 })
  })

  it('refuses copies without room, and goes on to read and remove', async () => {
    const { store, memory } = openStore(100)
    const { id } = await store.write(chunks(100), place)
    expect(await rejection(store.copy(id, place))).to.include({ code: 'InsufficientStorage' })
    expect(await buffer(await store.read(id))).to.have.lengthOf(100)
    await store.remove(id)
    expect(await idsOf(memory)).to.deep.equal([])
  })
})
