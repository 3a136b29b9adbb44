import { expect } from 'chai'
import { keyEncoder } from '../../src/s3/list-output.ts'

describe('The keys of a listing', () => {
  it('are given as they are unless the client asks for another encoding', () => {
    expect(keyEncoder(undefined)('a b/+ñ')).to.equal('a b/+ñ')
  })

  it('are encoded as S3 does it for encoding-type=url', () => {
    const encode = keyEncoder('url')
    const encoded: Readonly<Record<string, string>> = {
      'a b.txt': 'a%20b.txt',
      'a+b.txt': 'a%2Bb.txt',
      '100%.csv': '100%25.csv',
      '한글/x.txt': '%ED%95%9C%EA%B8%80/x.txt',
      "!'()~": '%21%27%28%29%7E',
      '-_.*/': '-_.*/',
      '-_.*/\u0001': '-_.*/%01',
    }
    for (const [key, text] of Object.entries(encoded)) {
      expect(encode(key)).to.equal(text)
      expect(decodeURIComponent(text)).to.equal(key)
    }
  })
})
