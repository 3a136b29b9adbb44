import { expect } from 'chai'
import { stat } from 'node:fs/promises'
import { diskRoom } from '../../src/blobs/disk-room.ts'
import { rejection } from '../contracts/rejection.ts'

const disk = (bavail: number) => ({ bsize: 1000, blocks: 1000, bavail })
let time = 0
const options = { reserveBytes: 10_000, logFile: '/nowhere/seau.db-wal', now: () => time }

describe('the room on a disk', () => {
  it('ends where the reserve begins, claims counted', async () => {
    const room = diskRoom('/', { ...options, statfs: () => Promise.resolve(disk(100)) })
    expect(await room.claim(60_000)).to.be.true
    expect(await room.claim(40_000)).to.be.false
    expect(await room.claim(30_000)).to.be.true
    expect(await room.claim(1)).to.be.false
  })

  it('keeps a twentieth of a small disk at most', async () => {
    const statfs = () => Promise.resolve(disk(100))
    const room = diskRoom('/', { ...options, reserveBytes: 2 ** 30, statfs })
    expect(await room.claim(50_001)).to.be.false
    expect(await room.claim(50_000)).to.be.true
  })

  it('counts what the log holds as used, since it goes into the database too', async () => {
    const logFile = import.meta.filename
    const { size } = await stat(logFile)
    const room = diskRoom('/', { ...options, logFile, statfs: () => Promise.resolve(disk(100)) })
    expect(await room.has(90_001 - size)).to.be.false
    expect(await room.has(90_000 - size)).to.be.true
  })

  it('asks the disk once for all claims of a moment', async () => {
    let asked = 0
    const statfs = () => Promise.resolve(disk(asked++ ? 0 : 100))
    const room = diskRoom('/', { ...options, statfs })
    expect(await Promise.all([room.claim(1), room.claim(1), room.has(80_000)])).to.deep.equal([
      true,
      true,
      true,
    ])
    expect(room.claim(1)).to.be.true
    expect(asked).to.equal(1)
  })

  it('is looked for again soon when it is scarce, since others take of it, too', async () => {
    const asksWithin = async (bavail: number, milliseconds: number) => {
      let asked = 0
      const statfs = () => {
        asked += 1
        return Promise.resolve(disk(bavail))
      }
      const room = diskRoom('/', { ...options, statfs })
      for (const end = time + milliseconds; time < end; time++) await room.claim(1)
      return asked
    }
    expect(await asksWithin(90, 250)).to.equal(1)
    expect(await asksWithin(89, 250)).to.equal(50)
  })

  it('is not taken by a question', async () => {
    const room = diskRoom('/', { ...options, statfs: () => Promise.resolve(disk(100)) })
    expect(await room.has(90_000)).to.be.true
    expect(await room.has(90_001)).to.be.false
    expect(await room.claim(90_000)).to.be.true
    expect(await room.has(1)).to.be.false
  })

  describe('that is full', () => {
    /** A disk on which clearing away frees so many blocks, some at a time. */
    function openDisk(spare: number[]) {
      let free = 0
      const statfs = () => Promise.resolve(disk(free))
      const makeRoom = () => {
        const freed = spare.shift()
        free += freed ?? 0
        return Promise.resolve(freed !== undefined)
      }
      return { spare, room: diskRoom('/', { ...options, statfs, makeRoom }) }
    }

    it('has what can be cleared away, and no more of that goes than is needed', async () => {
      const { room, spare } = openDisk([20, 0, 20, 20])
      expect(await room.claim(25_000)).to.be.true
      expect(spare).to.deep.equal([20])
      expect(await room.has(50_000)).to.be.true
      expect(spare).to.deep.equal([])
    })

    it('refuses what does not fit even then', async () => {
      const { room } = openDisk([20, 20])
      expect(await room.claim(40_000)).to.be.false
      expect(await room.claim(30_000)).to.be.true
    })

    it('clears away for one claim at a time, and for none that would fit by then', async () => {
      const { room, spare } = openDisk([30, 30])
      expect(await Promise.all([room.has(10_000), room.has(10_000), room.has(10_000)])).to.deep.equal([
        true,
        true,
        true,
      ])
      expect(spare).to.deep.equal([30])
    })

    it('tells why nothing could be cleared away, and tries again', async () => {
      const failure = new Error('The disk is on fire.')
      let free = 0
      const makeRoom = () => {
        if (free === 0) return Promise.reject(failure)
        return Promise.resolve(true)
      }
      const room = diskRoom('/', { ...options, statfs: () => Promise.resolve(disk(free)), makeRoom })
      expect(await rejection(Promise.resolve(room.claim(1)))).to.equal(failure)
      free = 100
      expect(await room.claim(1)).to.be.true
    })
  })

  it('is taken for granted on a disk that cannot be asked', async () => {
    const room = diskRoom('/', { ...options, statfs: () => Promise.reject(new Error('ENOSYS')) })
    expect(await room.claim(2 ** 50)).to.be.true
  })
})
