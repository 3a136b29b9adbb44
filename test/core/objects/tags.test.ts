import { expect } from 'chai'
import { checkBucketTags, checkObjectTags, parseTaggingHeader } from '../../../src/core/objects/tags.ts'
import { thrown } from '../thrown.ts'

const numbered = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ key: `key${String(number)}`, value: String(number) }))
const one = (key: string, value = '') => [{ key, value }]

describe('The tags of an object', () => {
  it('are ten at most', () => {
    expect(checkObjectTags(numbered(10))).to.have.length(10)
    const error = thrown(() => checkObjectTags(numbered(11)))
    expect([error.code, error.message]).to.deep.equal(['BadRequest', 'Object tags cannot be greater than 10'])
  })

  it('have keys of 1 to 128 and values of 0 to 256 characters', () => {
    checkObjectTags(one('k'.repeat(128), 'v'.repeat(256)))
    expect(thrown(() => checkObjectTags(one('k'.repeat(129)))).message).to.match(/TagKey/)
    expect(thrown(() => checkObjectTags(one('')))).to.include({ code: 'InvalidTag' })
    expect(thrown(() => checkObjectTags(one('k', 'v'.repeat(257)))).message).to.match(/TagValue/)
  })

  it('hold letters of any language, digits, spaces and + - = . _ : / @', () => {
    checkObjectTags(one('Größe 日本 +-=._:/@', 'é ١٢'))
    for (const bad of ['a&b', 'a*', 'line\nbreak', '\u{1F600}']) {
      expect(thrown(() => checkObjectTags(one(bad))).code, bad).to.equal('InvalidTag')
      expect(thrown(() => checkObjectTags(one('k', bad))).code, bad).to.equal('InvalidTag')
    }
  })

  it('have unique keys', () => {
    const error = thrown(() => checkObjectTags([...one('a', '1'), ...one('a', '2')]))
    expect(error.message).to.equal('Cannot provide multiple Tags with the same key')
    expect(error.detail).to.deep.equal({ TagKey: 'a' })
    checkObjectTags([...one('a'), ...one('A')])
  })

  it('leave aws: to AWS', () => {
    expect(thrown(() => checkObjectTags(one('aws:name'))).message).to.match(/^System tags/)
    checkObjectTags(one('laws:name'))
  })
})

describe('The tags of a bucket', () => {
  it('are fifty at most', () => {
    expect(checkBucketTags(numbered(50))).to.have.length(50)
    expect(thrown(() => checkBucketTags(numbered(51))).code).to.equal('BadRequest')
  })
})

describe('The x-amz-tagging header', () => {
  it('is written like a query string', () => {
    expect(parseTaggingHeader('a=1&b%20c=d+e&empty&%C3%A9=%3D')).to.deep.equal([
      { key: 'a', value: '1' },
      { key: 'b c', value: 'd e' },
      { key: 'empty', value: '' },
      { key: 'é', value: '=' },
    ])
    expect(parseTaggingHeader('')).to.deep.equal([])
  })

  it('is refused when it is not encoded rightly or names a tag twice', () => {
    for (const header of ['a=%zz', 'a=%FF', 'a=1&a=2']) {
      const error = thrown(() => parseTaggingHeader(header))
      expect(error.code, header).to.equal('InvalidArgument')
      expect(error.detail).to.deep.equal({ ArgumentName: 'x-amz-tagging', ArgumentValue: header })
    }
  })

  it('follows the rules of tags', () => {
    expect(thrown(() => parseTaggingHeader('aws:a=1')).code).to.equal('InvalidTag')
    const eleven = numbered(11).map(({ key, value }) => `${key}=${value}`)
    expect(thrown(() => parseTaggingHeader(eleven.join('&'))).code).to.equal('BadRequest')
  })
})
