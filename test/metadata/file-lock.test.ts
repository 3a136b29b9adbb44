import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { takeFileLock } from '../../src/metadata/file-lock.ts'

describe('a file lock', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seau-lock-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('has one holder until it is released', async () => {
    const file = join(folder, 'lock')
    const first = await takeFileLock(file)
    expect(await takeFileLock(file)).to.equal(undefined)
    await first?.release()
    const next = await takeFileLock(file)
    expect(next).not.to.equal(undefined)
    await next?.release()
  })
})
