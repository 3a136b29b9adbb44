import { expect } from 'chai'
import { type MatchRequest, matchOperation } from '../../src/s3/match.ts'
import { minimalRequest } from './minimal-request.ts'
import { model } from '../../src/s3/model/generated.ts'
import type { OperationName } from '../../src/s3/operation.ts'

const request = (
  method: string,
  level: MatchRequest['level'],
  query = '',
  headers: MatchRequest['headers'] = {},
) => matchOperation({ method, level, query: new Map(new URLSearchParams(query)), headers })

describe('matchOperation', () => {
  for (const name of Object.keys(model.operations) as OperationName[]) {
    it(`finds ${name} from its minimal request`, () => {
      expect(matchOperation(minimalRequest(name))).to.equal(name)
    })

    it(`finds ${name} with the x-id and other parameters that tell nothing`, () => {
      const minimal = minimalRequest(name)
      const query = new Map([['x-id', 'Whatever'], ...minimal.query, ['versionId', 'null'], ['foo', '']])
      expect(matchOperation({ ...minimal, query })).to.equal(name)
    })
  }

  it('tells the four PUTs of an object apart', () => {
    const source = { 'x-amz-copy-source': '/bucket/key' }
    expect(request('PUT', 'object')).to.equal('PutObject')
    expect(request('PUT', 'object', '', source)).to.equal('CopyObject')
    expect(request('PUT', 'object', 'partNumber=1&uploadId=u')).to.equal('UploadPart')
    expect(request('PUT', 'object', 'partNumber=1&uploadId=u', source)).to.equal('UploadPartCopy')
  })

  it('finds the source of a copy in a presigned URL', () => {
    expect(request('PUT', 'object', 'x-amz-copy-source=b%2Fk')).to.equal('CopyObject')
  })

  it('tells version 2 of the listing by its value', () => {
    expect(request('GET', 'bucket', 'list-type=2')).to.equal('ListObjectsV2')
    expect(request('GET', 'bucket', 'list-type=1')).to.equal('ListObjects')
    expect(request('GET', 'bucket', 'prefix=a')).to.equal('ListObjects')
  })

  it('reads a part of an object, but writes none without its upload', () => {
    expect(request('GET', 'object', 'partNumber=1')).to.equal('GetObject')
    expect(request('PUT', 'object', 'partNumber=1')).to.equal(undefined)
    expect(request('PUT', 'object', 'uploadId=u')).to.equal(undefined)
  })

  it('never takes a sub-resource for the object itself', () => {
    expect(request('PUT', 'object', 'attributes')).to.equal(undefined)
    expect(request('DELETE', 'object', 'acl')).to.equal(undefined)
    expect(request('DELETE', 'bucket', 'versioning')).to.equal(undefined)
    expect(request('GET', 'bucket', 'acl&policy')).to.equal(undefined)
    expect(request('PUT', 'object', 'tagging', { 'x-amz-copy-source': 'a/b' })).to.equal('PutObjectTagging')
  })

  it('finds nothing for methods that S3 has not', () => {
    expect(request('PATCH', 'object')).to.equal(undefined)
    expect(request('POST', 'object')).to.equal(undefined)
    expect(request('POST', 'bucket')).to.equal(undefined)
    expect(request('HEAD', 'service')).to.equal(undefined)
  })
})
