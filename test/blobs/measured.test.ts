import { expect } from 'chai'
import { measured, type BlobObservation } from '../../src/blobs/measured.ts'
import { memoryBlobStore } from '../../src/blobs/memory-blob-store.ts'
import { bodyOf, describeBlobStore, place, stuckBody } from '../contracts/blob-store.ts'
import { rejection } from '../contracts/rejection.ts'

describeBlobStore('measured', () =>
  Promise.resolve(measured(memoryBlobStore({ clock: Date }), () => undefined)),
)

describe('measured', () => {
  const setUp = () => {
    const observations: BlobObservation[] = []
    const store = measured(memoryBlobStore({ clock: Date }), (observation) => observations.push(observation))
    const seen = () => observations.map(({ method, outcome, bytes }) => [method, outcome, bytes])
    return { store, seen, observations }
  }

  it('tells of every call and of its bytes', async () => {
    const { store, seen, observations } = setUp()
    const { id } = await store.write(bodyOf('0123456789'), place)
    await store.copy(id, place)
    await store.read(id, { start: 2, end: 4 })
    await store.size(id)
    await store.remove(id)
    expect(seen()).to.deep.equal([
      ['write', 'done', 10],
      ['copy', 'done', 10],
      ['read', 'done', 3],
      ['size', 'done', 0],
      ['remove', 'done', 0],
    ])
    for (const { milliseconds } of observations) expect(milliseconds).to.be.within(0, 5_000)
  })

  it('tells failures apart', async () => {
    const { store, seen } = setUp()
    const { id } = await store.write(bodyOf('a'), place)
    await store.remove(id)
    await rejection(store.read(id))
    const abort = new AbortController()
    const body = stuckBody(Buffer.from('a'), () => {
      abort.abort()
    })
    await rejection(store.write(body, place, { signal: abort.signal }))
    await rejection(store.write(bodyOf('a'), { ...place, bucket: '..' }))
    expect(seen().slice(2)).to.deep.equal([
      ['read', 'missing', 0],
      ['write', 'aborted', 0],
      ['write', 'failed', 0],
    ])
  })
})
