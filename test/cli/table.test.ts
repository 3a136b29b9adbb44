import { expect } from 'chai'
import { table } from '../../src/cli/table.ts'

describe('a table', () => {
  it('has columns as wide as their widest cell, and no space at the end of a line', () => {
    const rows = [
      ['a', 'long cell', ''],
      ['bbbbb', 'c', 'd'],
    ]
    expect(table(['ONE', 'TWO', 'X'], rows).split('\n')).to.deep.equal([
      'ONE    TWO        X',
      'a      long cell',
      'bbbbb  c          d',
    ])
  })
})
