import { expect } from 'chai'
import { diskRoom } from '../../src/blobs/disk-room.ts'

const disk = (bavail: number) => ({ bsize: 1000, blocks: 1000, bavail })
const options = { reserveBytes: 10_000, logFile: '/nowhere/seau.db-wal' }

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
    const room = diskRoom('/', {
      ...options,
      logFile: import.meta.filename,
      statfs: () => Promise.resolve(disk(14)),
    })
    expect(await room.claim(3_000)).to.be.false
    expect(await room.claim(1_000)).to.be.true
  })

  it('asks the disk once for all claims of a moment', async () => {
    let asked = 0
    const statfs = () => Promise.resolve(disk(asked++ ? 0 : 100))
    const room = diskRoom('/', { ...options, statfs })
    expect(await Promise.all([room.claim(1), room.claim(1), room.claim(90_000)])).to.deep.equal([
      true,
      true,
      false,
    ])
    expect(room.claim(1)).to.be.true
    expect(asked).to.equal(1)
  })

  it('is taken for granted on a disk that cannot be asked', async () => {
    const room = diskRoom('/', { ...options, statfs: () => Promise.reject(new Error('ENOSYS')) })
    expect(await room.claim(2 ** 50)).to.be.true
  })
})
