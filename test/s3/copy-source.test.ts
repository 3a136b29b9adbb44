import { expect } from 'chai'
import { parseCopySource } from '../../src/s3/copy-source.ts'
import { refusalOf } from '../protocol/refusal.ts'

describe('x-amz-copy-source', () => {
  const source = { bucket: 'bucket', key: 'a b+c/é', versionId: undefined }

  it('may begin with a slash and encode the one behind the bucket', () => {
    for (const text of ['bucket/a%20b%2Bc/%C3%A9', '/bucket/a%20b%2Bc%2F%C3%A9', 'bucket%2Fa%20b%2bc/%C3%A9'])
      expect(parseCopySource(text)).to.deep.equal(source)
  })

  it('means a space by a plus, as S3 does', () => {
    expect(parseCopySource('bucket/a+b%2Bc/%C3%A9')).to.deep.equal(source)
  })

  it('names a version behind the key', () => {
    expect(parseCopySource('bucket/k?versionId=v1')).to.deep.equal({
      bucket: 'bucket',
      key: 'k',
      versionId: 'v1',
    })
  })

  it('is InvalidArgument without a key and with an encoding that is none', () => {
    for (const text of ['bucket', 'bucket/', '/k', 'bucket/%zz'])
      expect(refusalOf(() => parseCopySource(text)).code).to.equal('InvalidArgument')
  })
})
