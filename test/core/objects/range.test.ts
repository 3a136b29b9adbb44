import { expect } from 'chai'
import { resolveCopyRange, resolveRange } from '../../../src/core/objects/range.ts'
import { thrown } from '../thrown.ts'

describe('A Range header', () => {
  it('names bytes from first to last, both included', () => {
    expect(resolveRange('bytes=2-4', 10)).to.deep.equal({ start: 2, end: 4 })
    expect(resolveRange('bytes=0-0', 10)).to.deep.equal({ start: 0, end: 0 })
  })

  it('may leave out the last byte or name more than there are', () => {
    expect(resolveRange('bytes=4-', 10)).to.deep.equal({ start: 4, end: 9 })
    expect(resolveRange('bytes=4-99999999999999999999', 10)).to.deep.equal({ start: 4, end: 9 })
  })

  it('may count from the end', () => {
    expect(resolveRange('bytes=-3', 10)).to.deep.equal({ start: 7, end: 9 })
    expect(resolveRange('bytes=-30', 10)).to.deep.equal({ start: 0, end: 9 })
  })

  for (const header of [
    'bytes=a-b',
    'bytes=-',
    'bytes=',
    'bytes=4-2',
    'items=0-1',
    '0-1',
    'bytes=0-1,3-4',
    'bytes=--1',
  ]) {
    it(`is ignored when it reads "${header}"`, () => {
      expect(resolveRange(header, 10)).to.equal(undefined)
    })
  }

  for (const [header, size] of [
    ['bytes=10-', 10],
    ['bytes=10-12', 10],
    ['bytes=-0', 10],
    ['bytes=0-0', 0],
    ['bytes=-5', 0],
  ] as const) {
    it(`is refused when it reads "${header}" and there are ${String(size)} bytes`, () => {
      const error = thrown(() => resolveRange(header, size))
      expect(error.code).to.equal('InvalidRange')
      expect(error.status).to.equal(416)
      expect(error.detail).to.deep.equal({ ActualObjectSize: size, RangeRequested: header })
    })
  }
})

describe('The range of a copied part', () => {
  it('names bytes that all exist', () => {
    expect(resolveCopyRange('bytes=0-4', 5)).to.deep.equal({ start: 0, end: 4 })
    expect(thrown(() => resolveCopyRange('bytes=0-5', 5)).code).to.equal('InvalidRange')
  })

  it('has no other form than first-last', () => {
    for (const header of [
      '0-2',
      'bytes=0',
      'bytes=0-',
      'bytes=-2',
      'bytes=0-bar',
      'bytes=0-2,3-5',
      'bytes=3-2',
    ]) {
      const error = thrown(() => resolveCopyRange(header, 5))
      expect(error.code, header).to.equal('InvalidArgument')
      expect(error.detail).to.include({ ArgumentValue: header })
    }
  })
})
