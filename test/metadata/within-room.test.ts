import { expect } from 'chai'
import { withinRoom } from '../../src/metadata/within-room.ts'
import type { WriteQueue } from '../../src/metadata/write-queue.ts'
import { deleteOf, putOf } from './writes.ts'

/** A queue that answers everything, in a room that has so many bytes. */
function openQueue(free: number) {
  const seen: string[] = []
  let cries = 0
  const queue: WriteQueue = {
    write: ({ kind }) => {
      seen.push(kind)
      return Promise.resolve({ kind: 'deleted', existed: true, versionId: undefined, isDeleteMarker: false })
    },
    exclusive: (work) => work(() => Promise.resolve([])),
  }
  const has = (bytes: number) => bytes <= free
  const onFull = () => {
    cries += 1
  }
  return { seen, cries: () => cries, ...withinRoom(queue, { room: { has, claim: has }, onFull }) }
}
const refusal = { kind: 'refused', code: 'InsufficientStorage' }

describe('a write queue within its room', () => {
  it('refuses puts whose bytes do not fit, and says that the disk is full', async () => {
    const queue = openQueue(10_000)
    expect(await queue.write(putOf('k', 'x'.repeat(10_000)))).to.deep.equal(refusal)
    expect([queue.seen, queue.cries()]).to.deep.equal([[], 1])
    await queue.write(putOf('k', 'x'.repeat(5_000)))
    expect([queue.seen, queue.cries()]).to.deep.equal([['put'], 1])
  })

  it('counts the row of an object whose bytes lie elsewhere', async () => {
    const blob = { content: { kind: 'blob' as const, blobId: 'b' }, size: 2 ** 40 }
    expect(await openQueue(10_000).write(putOf('k', '', blob))).to.include({ kind: 'deleted' })
    expect(await openQueue(100).write(putOf('k', '', blob))).to.deep.equal(refusal)
  })

  it('never refuses deletes and everyday transactions', async () => {
    const queue = openQueue(0)
    expect(await queue.write(deleteOf('k'))).to.include({ kind: 'deleted' })
    expect(await queue.exclusive(() => Promise.resolve('done'))).to.equal('done')
    expect(queue.cries()).to.equal(0)
  })
})
