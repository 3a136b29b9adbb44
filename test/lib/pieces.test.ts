import { expect } from 'chai'
import { piecesOf } from '../../src/lib/pieces.ts'

async function* chunks(...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text))
}

async function cut(source: AsyncIterable<Buffer>, size: number): Promise<readonly string[]> {
  const pieces = piecesOf(source)
  const texts: string[] = []
  while (await pieces.hasMore()) {
    const bytes: Buffer[] = []
    for await (const chunk of pieces.next(size)) bytes.push(chunk)
    texts.push(Buffer.concat(bytes).toString())
  }
  return texts
}

describe('pieces of a stream', () => {
  it('have the size asked for, whatever the chunks', async () => {
    expect(await cut(chunks('abc', '', 'defgh', 'i'), 4)).to.deep.equal(['abcd', 'efgh', 'i'])
    expect(await cut(chunks('abcdefgh'), 4)).to.deep.equal(['abcd', 'efgh'])
    expect(await cut(chunks('', ''), 4)).to.deep.equal([])
  })

  it('hold what came before the stream broke off', async () => {
    const breaking = async function* () {
      yield* chunks('abcdef')
      throw new Error('The client went away.')
    }
    expect(await cut(breaking(), 4)).to.deep.equal(['abcd', 'ef'])
  })
})
