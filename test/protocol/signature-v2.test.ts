import { expect } from 'chai'
import { createHmac } from 'node:crypto'
import { accessKeyId, authenticate, errorOf, received, secret, type HeaderLines } from './signing.ts'

const sign = (stringToSign: string) => createHmac('sha1', secret).update(stringToSign).digest('base64')
const exampleHost = [['Host', 'johnsmith.s3.amazonaws.com']] as const
const exampleDate = 'Tue, 27 Mar 2007 19:36:42 +0000'
const inTime = 1_175_139_620_000 - 1000

const presigned = (path: string, stringToSign: string, query = '') =>
  `${path}?AWSAccessKeyId=${accessKeyId}&Signature=${encodeURIComponent(sign(stringToSign))}&Expires=1175139620${query}`

const get = (url: string, lines: HeaderLines = [['Host', 'localhost']]) => received('GET', url, lines)

describe('a SigV2 presigned URL', () => {
  it("is accepted as in AWS's published example, where the bucket is in the host", () => {
    const url = `/photos/puppy.jpg?AWSAccessKeyId=${accessKeyId}&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D&Expires=1175139620`
    const options = { now: inTime, bucketInHost: 'johnsmith' }
    expect(authenticate(get(url, exampleHost), options).form).to.deep.equal({ kind: 'unsigned' })
    expect(errorOf(() => authenticate(get(url, exampleHost), { now: inTime })).code).to.equal(
      'SignatureDoesNotMatch',
    )
  })

  it('covers subresources and response overrides, and no other parameter', () => {
    const text = 'GET\n\n\n1175139620\n/bucket/k?response-content-type=text/plain&versionId=7&x'.replace(
      '&x',
      '',
    )
    const url = presigned('/bucket/k', text, '&versionId=7&response-content-type=text%2Fplain&x-id=GetObject')
    expect(authenticate(get(url), { now: inTime }).claim.kind).to.equal('query-v2')
    const another = url.replace('versionId=7', 'versionId=8')
    expect(errorOf(() => authenticate(get(another), { now: inTime })).code).to.equal('SignatureDoesNotMatch')
  })

  it('covers the headers that boto puts into the query', () => {
    const text = 'PUT\n\ntext/plain\n1175139620\nx-amz-acl:private\nx-amz-security-token:t/1\n/bucket/k'
    const url = presigned(
      '/bucket/k',
      text,
      '&content-type=text%2Fplain&x-amz-acl=private&x-amz-security-token=t%2F1',
    )
    const { claim } = authenticate(received('PUT', url, [['Content-Type', 'text/plain']]), { now: inTime })
    expect(claim.sessionToken).to.equal('t/1')
    const changed = received('PUT', url, [['Content-Type', 'text/html']])
    expect(errorOf(() => authenticate(changed, { now: inTime })).code).to.equal('SignatureDoesNotMatch')
  })

  it('signs the path as it was sent, or encoded as AWS does', () => {
    for (const path of ['/bucket/a%20(b)', '/bucket/a%20%28b%29']) {
      const url = presigned(path, 'GET\n\n\n1175139620\n/bucket/a%20%28b%29')
      expect(authenticate(get(url), { now: inTime }).claim.accessKeyId).to.equal(accessKeyId)
    }
  })

  it('expires', () => {
    const url = presigned('/bucket/k', 'GET\n\n\n1175139620\n/bucket/k')
    const error = errorOf(() => authenticate(get(url), { now: 1_175_139_620_000 }))
    expect(error).to.include({ code: 'AccessDenied', message: 'Request has expired' })
    expect(error.detail).to.deep.equal({
      Expires: '2007-03-29T03:40:20Z',
      ServerTime: '2007-03-29T03:40:20Z',
    })
  })

  it('is refused without one of its parameters, or with a time that is no number', () => {
    const url = presigned('/bucket/k', '')
    for (const change of [url.replace('&Expires=1175139620', ''), url.replace('1175139620', 'tomorrow')]) {
      expect(errorOf(() => authenticate(get(change), { now: inTime })).code).to.equal('AccessDenied')
    }
  })

  it('can be turned off', () => {
    const url = presigned('/bucket/k', 'GET\n\n\n1175139620\n/bucket/k')
    const error = errorOf(() => authenticate(get(url), { now: inTime, allowV2Query: false }))
    expect(error.code).to.equal('InvalidRequest')
    expect(error.message).to.contain('Please use AWS4-HMAC-SHA256')
  })

  it('shows the string to sign when it does not match', () => {
    const error = errorOf(() => authenticate(get(presigned('/bucket/k', 'else')), { now: inTime }))
    expect(error.detail).to.include({
      AWSAccessKeyId: accessKeyId,
      StringToSign: 'GET\n\n\n1175139620\n/bucket/k',
    })
    expect(error.detail).to.not.have.property('CanonicalRequest')
  })
})

describe('a SigV2 Authorization header', () => {
  const now = Date.parse(exampleDate)
  const options = { now, allowV2Header: true, bucketInHost: 'johnsmith' }
  const text = `GET\n\n\n${exampleDate}\n/johnsmith/photos/puppy.jpg`
  const lines = (authorization: string, date = exampleDate): HeaderLines => [
    ...exampleHost,
    ['Date', date],
    ['Authorization', authorization],
  ]

  it("is accepted as in AWS's published example, where it is allowed", () => {
    expect(sign(text)).to.equal('bWq2s1WEIj+Ydj0vQ697zp+IXMU=')
    const request = get('/photos/puppy.jpg', lines(`AWS ${accessKeyId}:${sign(text)}`))
    expect(authenticate(request, options).claim.kind).to.equal('header-v2')
    expect(errorOf(() => authenticate(request, { now })).code).to.equal('InvalidRequest')
  })

  it('leaves the date line empty when x-amz-date is signed', () => {
    const signed = sign(`GET\n\n\n\nx-amz-date:${exampleDate}\n/johnsmith/k`)
    const request = get('/k', [...lines(`AWS ${accessKeyId}:${signed}`), ['x-amz-date', exampleDate]])
    expect(authenticate(request, options).claim).to.include({ date: '' })
  })

  it('covers a bucket with or without a slash behind its name, as boto and others sign it', () => {
    const signed = (path: string) => lines(`AWS ${accessKeyId}:${sign(`GET\n\n\n${exampleDate}\n${path}`)}`)
    const pathStyle = { now, allowV2Header: true }
    for (const path of ['/bucket?acl', '/bucket/?acl']) {
      expect(authenticate(get('/bucket?acl', signed(path)), pathStyle).claim.kind).to.equal('header-v2')
    }
    for (const request of [get('/bucket/k', signed('/bucket/k/')), get('/bucket/', signed('/bucket'))]) {
      expect(errorOf(() => authenticate(request, pathStyle)).code).to.equal('SignatureDoesNotMatch')
    }
    const anObject = get('/k', signed('/johnsmith/k/'))
    expect(errorOf(() => authenticate(anObject, options)).code).to.equal('SignatureDoesNotMatch')
  })

  it('covers values with their runs of spaces', () => {
    const authorization = (value: string) =>
      `AWS ${accessKeyId}:${sign(`PUT\n\n\n${exampleDate}\nx-amz-meta-a:${value}\n/johnsmith/k`)}`
    const put = (signed: string) =>
      received('PUT', '/k', [...lines(authorization(signed)), ['x-amz-meta-a', 'b  c']])
    expect(authenticate(put('b  c'), options).claim.kind).to.equal('header-v2')
    expect(errorOf(() => authenticate(put('b c'), options)).code).to.equal('SignatureDoesNotMatch')
  })

  it('is refused when malformed, undated or skewed', () => {
    const genuine = `AWS ${accessKeyId}:${sign(text)}`
    const codeOf = (authorization: string, date?: string) =>
      errorOf(() => authenticate(get('/photos/puppy.jpg', lines(authorization, date)), options)).code
    expect(codeOf('AWS HAHAHA')).to.equal('InvalidArgument')
    expect(codeOf(genuine, 'Bad Date')).to.equal('AccessDenied')
    expect(codeOf(genuine, 'Tue, 07 Jul 2010 21:53:04 GMT')).to.equal('RequestTimeTooSkewed')
    expect(codeOf(`AWS ${accessKeyId}:bad`)).to.equal('SignatureDoesNotMatch')
  })
})
