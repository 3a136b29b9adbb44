import { expect } from 'chai'
import { contentDisposition, fileNameIn } from '../../src/lib/content-disposition.ts'

describe('contentDisposition', () => {
  it('says a plain name once', () => {
    expect(contentDisposition('inline', 'a b.txt')).to.equal('inline; filename="a b.txt"')
  })

  it('says any other name in both ways', () => {
    expect(contentDisposition('attachment', 'naïve "plan".txt')).to.equal(
      `attachment; filename="na_ve _plan_.txt"; filename*=UTF-8''na%C3%AFve%20%22plan%22.txt`,
    )
    expect(contentDisposition('inline', `50%'(1)*.txt`)).to.contain(`UTF-8''50%25%27%281%29%2A.txt`)
  })

  it('lets no name add a header or a parameter', () => {
    expect(contentDisposition('inline', 'a\r\nX: 1";b="')).to.equal(
      `inline; filename="a__X: 1_;b=_"; filename*=UTF-8''a%0D%0AX%3A%201%22%3Bb%3D%22`,
    )
    expect(contentDisposition('inline', '\ud800')).to.contain('%EF%BF%BD')
  })
})

describe('fileNameIn', () => {
  it('reads what contentDisposition writes', () => {
    for (const name of ['a.txt', 'naïve "plan".txt', '写真.jpg', 'a;b.txt'])
      expect(fileNameIn(contentDisposition('attachment', name))).to.equal(name)
  })

  it('reads what others write', () => {
    expect(fileNameIn('attachment; filename=a.txt; size=3')).to.equal('a.txt')
    expect(fileNameIn('attachment; filename="a \\"b\\".txt"')).to.equal('a "b".txt')
    expect(fileNameIn('attachment')).to.equal(undefined)
    expect(fileNameIn(`attachment; filename*=UTF-8''%ff`)).to.equal(undefined)
  })
})
