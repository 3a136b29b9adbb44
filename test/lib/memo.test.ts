import { expect } from 'chai'
import { memo } from '../../src/lib/memo.ts'

describe('memo', () => {
  it('computes each text once', () => {
    const computed: string[] = []
    const lengthOf = memo(10, (text) => computed.push(text) && text.length)
    expect([lengthOf('a'), lengthOf('bb'), lengthOf('a')]).to.deep.equal([1, 2, 1])
    expect(computed).to.deep.equal(['a', 'bb'])
  })

  it('holds no more than its limit', () => {
    const computed: string[] = []
    const same = memo(2, (text) => computed.push(text) && text)
    for (const text of ['a', 'b', 'c', 'a']) same(text)
    expect(computed).to.deep.equal(['a', 'b', 'c', 'a'])
  })
})
