import { Socket } from 'node:net'
import { expect } from 'chai'
import { requestFacts, type FactSources } from '../../src/s3/request-facts.ts'
import { createWireRequest } from '../../src/s3/wire-request.ts'

interface Request {
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly sources?: Partial<FactSources>
}

const now = Date.UTC(2026, 0, 2, 3, 4, 5)

function factsOf({ url = '/bucket/key', headers = {}, sources = {} }: Request) {
  const origin = { remoteAddress: '::ffff:192.0.2.1', scheme: 'https', host: 'localhost' } as const
  const wire = createWireRequest({ url, headers, rawHeaders: [] }, { domains: [] }, origin)
  return requestFacts({ wire, claim: { kind: 'anonymous' }, socket: new Socket(), now, ...sources })
}

describe('What a policy may ask of a request', () => {
  it('is where it comes from, and when', () => {
    const valuesOf = factsOf({})
    expect(valuesOf('aws:sourceip')).to.deep.equal(['192.0.2.1'])
    expect(valuesOf('aws:securetransport')).to.deep.equal(['true'])
    expect(valuesOf('aws:currenttime')).to.deep.equal(['2026-01-02T03:04:05.000Z'])
    expect(valuesOf('aws:epochtime')).to.deep.equal(['1767323045'])
  })

  const headers: Readonly<Record<string, string>> = {
    'aws:referer': 'referer',
    'aws:useragent': 'user-agent',
    's3:if-none-match': 'if-none-match',
    's3:object-lock-mode': 'x-amz-object-lock-mode',
    's3:object-lock-legal-hold': 'x-amz-object-lock-legal-hold',
    's3:x-amz-acl': 'x-amz-acl',
    's3:x-amz-content-sha256': 'x-amz-content-sha256',
    's3:x-amz-grant-full-control': 'x-amz-grant-full-control',
    's3:x-amz-metadata-directive': 'x-amz-metadata-directive',
    's3:x-amz-server-side-encryption': 'x-amz-server-side-encryption',
    's3:x-amz-storage-class': 'x-amz-storage-class',
  }
  for (const [key, header] of Object.entries(headers)) {
    it(`is the header ${header}, as ${key}`, () => {
      expect(factsOf({ headers: { [header]: 'value' } })(key)).to.deep.equal(['value'])
      expect(factsOf({})(key)).to.equal(undefined)
    })
  }

  it('is a header of AWS in the query of a presigned URL', () => {
    expect(factsOf({ url: '/b/k?x-amz-acl=private' })('s3:x-amz-acl')).to.deep.equal(['private'])
  })

  it('is a field of a form', () => {
    const sources = { formHeaders: { 'x-amz-acl': 'private' } }
    expect(factsOf({ sources })('s3:x-amz-acl')).to.deep.equal(['private'])
  })

  it('is what a listing asks for', () => {
    const valuesOf = factsOf({ url: '/bucket?prefix=a%2F&delimiter=/&max-keys=5' })
    expect(['prefix', 'delimiter', 'max-keys'].map((name) => valuesOf(`s3:${name}`))).to.deep.equal([
      ['a/'],
      ['/'],
      ['5'],
    ])
  })

  it('is the source of a copy without the slash in front', () => {
    const valuesOf = factsOf({ headers: { 'x-amz-copy-source': '/bucket/a' } })
    expect(valuesOf('s3:x-amz-copy-source')).to.deep.equal(['bucket/a'])
  })

  it('is the tags in its header', () => {
    const valuesOf = factsOf({ headers: { 'x-amz-tagging': 'Team=a%20b&stage=' } })
    expect(valuesOf('s3:requestobjecttag/Team')).to.deep.equal(['a b'])
    expect(valuesOf('s3:requestobjecttag/stage')).to.deep.equal([''])
    expect(valuesOf('s3:requestobjecttag/team')).to.equal(undefined)
    expect(valuesOf('s3:requestobjecttagkeys')).to.deep.equal(['Team', 'stage'])
    const malformed = factsOf({ headers: { 'x-amz-tagging': 'Team=%ff' } })
    expect(malformed('s3:requestobjecttag/Team')).to.equal(undefined)
  })

  it('is how long it wants to keep an object, in days', () => {
    const valuesOf = factsOf({ headers: { 'x-amz-object-lock-retain-until-date': '2026-01-12T03:04:05Z' } })
    expect(valuesOf('s3:object-lock-remaining-retention-days')).to.deep.equal(['10'])
  })

  it('is how it was signed', () => {
    const claim = {
      kind: 'query-v4',
      dateTime: '20260102T030400Z',
    } as unknown as FactSources['claim']
    const valuesOf = factsOf({ sources: { claim } })
    expect(valuesOf('s3:authtype')).to.deep.equal(['REST-QUERY-STRING'])
    expect(valuesOf('s3:signatureversion')).to.deep.equal(['AWS4-HMAC-SHA256'])
    expect(valuesOf('s3:signatureage')).to.deep.equal(['5000'])
    expect(factsOf({})('s3:authtype')).to.equal(undefined)
  })

  it('is nothing that it does not have', () => {
    for (const key of ['aws:nothing', 's3:nothing', 'toString', 's3:tlsversion'])
      expect(factsOf({})(key), key).to.equal(undefined)
  })
})
