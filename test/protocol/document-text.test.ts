import { expect } from 'chai'
import { createDocumentText } from '../../src/protocol/document-text.ts'

const documentOf = (pieces: readonly string[]) => {
  const text = createDocumentText()
  for (const piece of pieces) text.add(piece)
  return text.finish()
}

describe('the text of a document', () => {
  it('stays a string while it is short', () => {
    expect(documentOf(['<a>', 'é', '</a>'])).to.equal('<a>é</a>')
  })

  it('is encoded whole when it is long, whatever its characters', () => {
    const pieces = Array.from({ length: 5000 }, (_, n) => `<Key>clé ${String(n)} 🔑 字</Key>`)
    const document = documentOf(pieces)
    expect(Buffer.isBuffer(document)).to.equal(true)
    expect(document.toString()).to.equal(pieces.join(''))
  })

  it('takes a piece that is longer than its room', () => {
    const long = '字'.repeat(2_000_000)
    expect(documentOf(['<a>', long, '</a>']).toString()).to.equal(`<a>${long}</a>`)
  })

  it('leaves an earlier document as it was', () => {
    const [first, second] = ['a', 'b'].map((letter) => documentOf([letter.repeat(20_000)]))
    expect(first?.toString()).to.equal('a'.repeat(20_000))
    expect(second?.toString()).to.equal('b'.repeat(20_000))
  })
})
