import { expect } from 'chai'
import { lineDiff, withContext } from '../../../src/console/features/object/versions/line-diff.ts'

const shown = (older: string, newer: string) =>
  lineDiff(older, newer)?.map(({ kind, text, before, after }) => [kind, text, before, after])

describe('two texts line by line', () => {
  it('are told apart by their longest common lines, with the numbers of both', () => {
    expect(shown('a\nb\nc\nd', 'a\nc\nx\nd')).to.deep.equal([
      ['same', 'a', 1, 1],
      ['removed', 'b', 2, undefined],
      ['same', 'c', 3, 2],
      ['added', 'x', undefined, 3],
      ['same', 'd', 4, 4],
    ])
  })

  it('may be longer or shorter, or repeat themselves', () => {
    expect(shown('a\na', 'a\na\na')?.map(([kind]) => kind)).to.deep.equal(['same', 'same', 'added'])
    expect(shown('a\na\na', 'a')?.map(([kind]) => kind)).to.deep.equal(['same', 'removed', 'removed'])
  })

  it('are not compared where too much differs, but are where only little of them does', () => {
    const lines = (name: string) =>
      Array.from({ length: 3000 }, (_, at) => `${name} ${String(at)}`).join('\n')
    expect(lineDiff(lines('a'), lines('b'))).to.equal(undefined)
    expect(lineDiff(`${lines('a')}\nx`, `${lines('a')}\ny`)).to.have.length(3002)
  })

  it('are shown around what differs', () => {
    const lines = Array.from({ length: 20 }, (_, at) => String(at))
    const found = lineDiff(lines.join('\n'), lines.with(10, 'x').join('\n')) ?? []
    expect(withContext(found).map((line) => line?.text)).to.deep.equal([
      undefined,
      ...['7', '8', '9', '10', 'x', '11', '12', '13'],
      undefined,
    ])
  })
})
