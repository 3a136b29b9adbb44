import { access } from 'node:fs/promises'
import { expect } from 'chai'
import { chunkWriter } from '../../src/blobs/chunk-writer.ts'
import { openFile, withFile, withoutFirst } from '../../src/blobs/file-calls.ts'
import { rejection } from '../contracts/rejection.ts'

describe('chunkWriter', () => {
  it('tells of a full disk while it is fed and at the end', async function () {
    await access('/dev/full').catch(() => this.skip())
    await withFile(await openFile('/dev/full', 'w'), async (file) => {
      const writer = chunkWriter(file)
      const feed = async () => {
        for (let index = 0; index < 100; index += 1) await writer.add(Buffer.alloc(100_000))
      }
      expect(await rejection(feed())).to.have.property('code', 'ENOSPC')
      expect(await rejection(writer.finish())).to.have.property('code', 'ENOSPC')
      await writer.idle()
    })
  })
})

describe('withoutFirst, after a write that took fewer bytes', () => {
  const chunks = ['abc', 'de', 'fgh'].map((text) => Buffer.from(text))

  it('leaves the rest, wherever it begins', () => {
    for (let written = 0; written <= 8; written += 1) {
      expect(Buffer.concat(withoutFirst(written, chunks)).toString()).to.equal('abcdefgh'.slice(written))
    }
  })

  it('leaves nothing when all was written', () => {
    expect(withoutFirst(8, chunks)).to.deep.equal([])
  })
})
