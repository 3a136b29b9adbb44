import { expect } from 'chai'
import { withoutFirst } from '../../src/blobs/chunk-writer.ts'

const chunks = ['abc', 'de', 'fgh'].map((text) => Buffer.from(text))

describe('withoutFirst, after a write that took fewer bytes', () => {
  it('leaves the rest, whereever it begins', () => {
    for (let written = 0; written <= 8; written += 1) {
      expect(Buffer.concat(withoutFirst(written, chunks)).toString()).to.equal('abcdefgh'.slice(written))
    }
  })

  it('leaves nothing when all was written', () => {
    expect(withoutFirst(8, chunks)).to.deep.equal([])
  })
})
