import { expect } from 'chai'
import { codecs } from '../../src/s3/codecs.ts'
import { createWireRequest } from '../../src/s3/wire-request.ts'
import { refusalOf } from '../protocol/refusal.ts'

const wire = (url: string, headers: Record<string, string> = {}) =>
  createWireRequest({ method: 'GET', url, headers, rawHeaders: [] }, { domains: [] })
const parseList = (query: string) => codecs.ListObjectsV2.parse(wire(`/bucket?list-type=2&${query}`))
const parsePut = (headers: Record<string, string>) => codecs.PutObject.parse(wire('/bucket/key', headers))
const parseTags = (document: string) =>
  codecs.PutBucketTagging.parse(wire('/bucket?tagging'), Buffer.from(document)).Tagging.TagSet
const parseVersioning = (document: string) =>
  codecs.PutBucketVersioning.parse(wire('/bucket?versioning'), Buffer.from(document)).VersioningConfiguration
const tag = '<TagSet><Tag><Key>k</Key><Value> v </Value></Tag></TagSet>'

describe('a request document', () => {
  it('is understood with, without and under another prefix of the namespace', () => {
    const namespace = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
    for (const text of [
      `<Tagging>${tag}</Tagging>`,
      `<Tagging ${namespace}>${tag}</Tagging>`,
      `<n:Tagging xmlns:n="urn:n">${tag.replaceAll(/<(\/?)/g, '<$1n:')}</n:Tagging>`,
    ]) {
      expect(parseTags(text)).to.deep.equal([{ Key: 'k', Value: ' v ' }])
    }
  })

  it('may be indented, hold comments and elements that S3 does not know', () => {
    const text = `<Tagging>\n  <!-- c -->\n  ${tag}\n  <Extra><Key/></Extra>\n</Tagging>\n`
    expect(parseTags(text)).to.deep.equal([{ Key: 'k', Value: ' v ' }])
  })

  it('may hold an empty list and empty text', () => {
    expect(parseTags('<Tagging><TagSet/></Tagging>')).to.deep.equal([])
    const empty = '<Tagging><TagSet><Tag><Key></Key><Value/></Tag></TagSet></Tagging>'
    expect(parseTags(empty)).to.deep.equal([{ Key: '', Value: '' }])
  })

  const malformed: Readonly<Record<string, string>> = {
    'another root': `<Tags>${tag}</Tags>`,
    'a required member missing': '<Tagging><TagSet><Tag><Key>k</Key></Tag></TagSet></Tagging>',
    'text instead of elements': '<Tagging>text</Tagging>',
    'elements instead of text': '<Tagging><TagSet><Tag><Key><A/></Key><Value/></Tag></TagSet></Tagging>',
    'one member twice': `<Tagging>${tag}${tag}</Tagging>`,
    'an end too early': '<Tagging><TagSet>',
  }
  for (const [name, text] of Object.entries(malformed)) {
    it(`is MalformedXML with ${name}`, () => {
      expect(refusalOf(() => parseTags(text)).code).to.equal('MalformedXML')
    })
  }

  it('is MalformedXML with an unknown value, number or truth value', () => {
    const versioning = '<VersioningConfiguration><Status>enabled</Status></VersioningConfiguration>'
    expect(refusalOf(() => parseVersioning(versioning)).code).to.equal('MalformedXML')
    const part =
      '<CompleteMultipartUpload><Part><PartNumber>one</PartNumber></Part></CompleteMultipartUpload>'
    const complete = () => codecs.CompleteMultipartUpload.parse(wire('/b/k?uploadId=u'), Buffer.from(part))
    expect(refusalOf(complete).code).to.equal('MalformedXML')
    const objects = '<Delete><Quiet>maybe</Quiet><Object><Key>k</Key></Object></Delete>'
    const remove = () => codecs.DeleteObjects.parse(wire('/b?delete'), Buffer.from(objects))
    expect(refusalOf(remove).code).to.equal('MalformedXML')
  })

  it('has an error of its own for ACLs', () => {
    const read = () => codecs.PutBucketAcl.parse(wire('/b?acl'), Buffer.from('<AccessControlPolicy>'))
    expect(refusalOf(read).code).to.equal('MalformedACLError')
  })

  it('must be there when the operation needs it', () => {
    const read = () => codecs.PutBucketTagging.parse(wire('/b?tagging'), Buffer.alloc(0))
    expect(refusalOf(read).code).to.equal('MissingRequestBodyError')
    expect(codecs.CreateBucket.parse(wire('/b'), Buffer.alloc(0))).to.deep.equal({ Bucket: 'b' })
  })

  it('keeps the order and the spaces of the keys to delete', () => {
    const keys = [' b', 'a ', '007', 'a&b', '\u0001']
    const objects = [' b', 'a ', '007', 'a&amp;b', '&#x1;'].map((key) => `<Object><Key>${key}</Key></Object>`)
    const { Delete } = codecs.DeleteObjects.parse(
      wire('/b?delete'),
      Buffer.from(`<Delete>${objects.join('')}</Delete>`),
    )
    expect(Delete.Objects.map(({ Key }) => Key)).to.deep.equal(keys)
  })
})

describe('a query parameter', () => {
  it('is InvalidArgument with its name and value when it is no number or negative', () => {
    for (const value of ['blah', '-1', '1.5', '99999999999999999999']) {
      const error = refusalOf(() => parseList(`max-keys=${value}`))
      expect(error.code).to.equal('InvalidArgument')
      expect(error.detail).to.deep.equal({ ArgumentName: 'max-keys', ArgumentValue: value })
    }
  })

  it('is InvalidArgument when its value is unknown', () => {
    expect(refusalOf(() => parseList('encoding-type=base64')).code).to.equal('InvalidArgument')
  })

  it('is missing when it is empty, unless it is text', () => {
    expect(parseList('max-keys=&encoding-type=&prefix=')).to.deep.equal({ Bucket: 'bucket', Prefix: '' })
  })

  it('stands for a header of AWS in a presigned URL, less strong than the header', () => {
    const url = '/b/k?X-Amz-Acl=private&x-amz-meta-a=%C3%A9&x-amz-tagging=a%3Db&content-type=x'
    const input = codecs.PutObject.parse(wire(url, { 'x-amz-acl': 'public-read' }))
    expect(input).to.include({ ACL: 'public-read', Tagging: 'a=b' })
    expect(input.Metadata?.['a']).to.equal('é')
    expect(input).not.to.have.property('ContentType')
  })

  it('must not break the header that it overrides', () => {
    const read = () => codecs.GetObject.parse(wire('/b/k?response-content-type=a%0d%0ab'))
    const error = refusalOf(read)
    expect(error.code).to.equal('InvalidArgument')
    expect(error.detail['ArgumentName']).to.equal('response-content-type')
  })
})

describe('a request header', () => {
  it('has the error that S3 gives for an unknown value', () => {
    expect(refusalOf(() => parsePut({ 'x-amz-acl': 'secret' })).code).to.equal('InvalidArgument')
    expect(refusalOf(() => parsePut({ 'x-amz-storage-class': 'COLD' })).code).to.equal('InvalidStorageClass')
    expect(refusalOf(() => parsePut({ 'x-amz-sdk-checksum-algorithm': 'CRC7' })).code).to.equal(
      'InvalidRequest',
    )
    expect(refusalOf(() => parsePut({ 'x-amz-object-lock-retain-until-date': 'soon' })).code).to.equal(
      'InvalidArgument',
    )
  })

  it('keeps Expires word for word', () => {
    expect(parsePut({ expires: 'whenever' }).ExpiresString).to.equal('whenever')
    const { headers } = codecs.GetObject.write({ ExpiresString: 'whenever' })
    expect(headers).to.deep.equal(['Expires', 'whenever'])
  })

  it('may name every canned ACL of a bucket, those that the SDK leaves out too', () => {
    for (const acl of ['log-delivery-write', 'aws-exec-read', 'bucket-owner-full-control', 'public-read']) {
      expect(codecs.CreateBucket.parse(wire('/b', { 'x-amz-acl': acl })).ACL).to.equal(acl)
    }
  })

  it('gives user metadata by its lower-case name', () => {
    const { Metadata } = parsePut({ 'x-amz-meta-a-b': '=?UTF-8?Q?=C3=A9?=', 'x-amz-meta-__proto__': 'p' })
    expect(Object.entries(Metadata ?? {})).to.deep.equal([
      ['a-b', 'é'],
      ['__proto__', 'p'],
    ])
  })

  it('is passed over when it is a condition on something that is no date', () => {
    const headers = { 'if-modified-since': 'soon', 'if-match': '"e"' }
    expect(codecs.GetObject.parse(wire('/b/k', headers))).to.deep.equal({
      Bucket: 'b',
      Key: 'k',
      IfMatch: '"e"',
    })
    const copy = { 'x-amz-copy-source': 'b/k', 'x-amz-copy-source-if-modified-since': 'soon' }
    expect(refusalOf(() => codecs.CopyObject.parse(wire('/b/k', copy))).code).to.equal('InvalidArgument')
  })

  it('asks for checksums in any case, as the AWS SDK for C++ does', () => {
    for (const mode of ['ENABLED', 'enabled'])
      expect(codecs.GetObject.parse(wire('/b/k', { 'x-amz-checksum-mode': mode })).ChecksumMode).to.equal(
        'ENABLED',
      )
    const wrong = wire('/b/k', { 'x-amz-checksum-mode': 'on' })
    expect(refusalOf(() => codecs.GetObject.parse(wrong)).code).to.equal('InvalidArgument')
  })

  it('may hold a list', () => {
    const headers = { 'x-amz-object-attributes': 'ETag, ObjectSize' }
    const input = codecs.GetObjectAttributes.parse(wire('/b/k?attributes', headers))
    expect(input.ObjectAttributes).to.deep.equal(['ETag', 'ObjectSize'])
    expect(refusalOf(() => codecs.GetObjectAttributes.parse(wire('/b/k?attributes'))).code).to.equal(
      'InvalidArgument',
    )
  })
})

describe('an answer', () => {
  it('has the status of its operation, 206 for a range', () => {
    expect(codecs.DeleteObject.write({}).status).to.equal(204)
    expect(codecs.GetObject.write({}).status).to.equal(200)
    expect(codecs.GetObject.write({ ContentRange: 'bytes 0-1/2' }).status).to.equal(206)
  })

  it('leaves out what is undefined and writes what is empty', () => {
    const { body } = codecs.ListObjectsV2.write({ Name: 'b', Prefix: '', Delimiter: undefined, KeyCount: 0 })
    expect(body).to.equal(
      '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
        '<Name>b</Name><Prefix></Prefix><KeyCount>0</KeyCount></ListBucketResult>',
    )
  })

  it('gives the location as the text of its root, nothing for us-east-1', () => {
    const root = '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
    expect(codecs.GetBucketLocation.write({ LocationConstraint: 'eu' }).body).to.contain(`${root}eu</Loc`)
    expect(codecs.GetBucketLocation.write({}).body).to.contain(`${root}</LocationConstraint>`)
  })

  it('declares the type of a grantee', () => {
    const grants = [{ Grantee: { Type: 'CanonicalUser' as const, ID: 'i' }, Permission: 'READ' as const }]
    expect(codecs.GetBucketAcl.write({ Grants: grants }).body).to.contain(
      '<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>i</ID></Grantee>',
    )
  })

  it('gives a policy as it is', () => {
    const { body, headers } = codecs.GetBucketPolicy.write({ Policy: '{"a":"<"}' })
    expect(body).to.equal('{"a":"<"}')
    expect(headers).to.deep.equal(['Content-Type', 'application/json'])
  })

  it('encodes user metadata and refuses headers that HTTP cannot carry', () => {
    const { headers } = codecs.HeadObject.write({ Metadata: { a: 'é' }, ContentType: 'text/plain' })
    expect(headers).to.deep.equal(['Content-Type', 'text/plain', 'x-amz-meta-a', '=?UTF-8?B?w6k=?='])
    expect(refusalOf(() => codecs.HeadObject.write({ ContentType: 'a\nb' })).code).to.equal('InvalidArgument')
    expect(refusalOf(() => codecs.HeadObject.write({ Metadata: { 'a b': '' } })).code).to.equal(
      'InvalidArgument',
    )
  })
})
