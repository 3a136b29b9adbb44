import { expect } from 'chai'
import fc from 'fast-check'
import { parseAddress } from '../../src/s3/address.ts'
import { createWireRequest } from '../../src/s3/wire-request.ts'
import { refusalOf } from '../protocol/refusal.ts'

const options = { domains: ['localhost', 's3.example.com', 'example.com'] }
const address = (url: string, host = 'localhost:9000') => parseAddress(url, host, options)
const named = (url: string, host?: string) => {
  const { bucket, key, style } = address(url, host)
  return { bucket, key, style }
}
describe('parseAddress', () => {
  it('reads bucket and key from the path', () => {
    expect(named('/')).to.deep.equal({ bucket: undefined, key: undefined, style: 'path' })
    expect(named('/bucket')).to.deep.equal({ bucket: 'bucket', key: undefined, style: 'path' })
    expect(named('/bucket/?acl')).to.deep.equal({ bucket: 'bucket', key: undefined, style: 'path' })
    expect(named('/bucket/a/b.txt?x=/y')).to.deep.equal({ bucket: 'bucket', key: 'a/b.txt', style: 'path' })
  })

  it('leaves dots, slashes and plus signs in the key', () => {
    for (const key of ['/a', 'a//b', '../a', './a/..', 'a/', '//', 'a+b', 'a#b']) {
      expect(named(`/bucket/${key}`).key).to.equal(key)
    }
  })

  it('gives back every key that was percent-encoded', () => {
    const keys = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 100 })
      .filter((key) => !key.includes('\0'))
    fc.assert(
      fc.property(keys, (key) => {
        expect(named(`/bucket/${encodeURIComponent(key)}`).key).to.equal(key)
      }),
    )
  })

  it('reads raw UTF-8 bytes as node:http gives them', () => {
    expect(named(`/bucket/${Buffer.from('né%20').toString('latin1')}`).key).to.equal('né ')
  })

  it('keeps path and query as they were sent', () => {
    const { rawPath, rawQuery } = address('/bucket/a%2Fb/../c?x=%20&y')
    expect([rawPath, rawQuery]).to.deep.equal(['/bucket/a%2Fb/../c', 'x=%20&y'])
  })

  it('finds the bucket in the host, with dots and in any case', () => {
    expect(named('/a/b', 'bucket.localhost:9000')).to.deep.equal({
      bucket: 'bucket',
      key: 'a/b',
      style: 'virtual',
    })
    expect(named('/', 'my.bucket.LOCALHOST')).to.deep.equal({
      bucket: 'my.bucket',
      key: undefined,
      style: 'virtual',
    })
  })

  it('prefers the longest domain, and takes a domain itself for path style', () => {
    expect(named('/', 'b.s3.example.com').bucket).to.equal('b')
    expect(named('/b', 's3.example.com')).to.deep.equal({ bucket: 'b', key: undefined, style: 'path' })
    expect(named('/b', 'elsewhere.test').style).to.equal('path')
  })

  it('finds the project in a host below `projects`, with a bucket in front or in the path', () => {
    const parts = (url: string, host: string) => {
      const { project, bucket, key, style } = address(url, host)
      return { project, bucket, key, style }
    }
    expect(parts('/images/a', 'Photos.projects.localhost:9000')).to.deep.equal({
      project: 'photos',
      bucket: 'images',
      key: 'a',
      style: 'path',
    })
    expect(parts('/a', 'my.images.photos.projects.example.com')).to.deep.equal({
      project: 'photos',
      bucket: 'my.images',
      key: 'a',
      style: 'virtual',
    })
    expect(parts('/', 'photos.projects.localhost').bucket).to.equal(undefined)
    expect(parts('/a', 'projects.localhost')).to.include({ project: undefined, bucket: 'projects' })
  })

  it('leaves a project in front of the bucket, raw or percent-encoded', () => {
    for (const path of ['/photos:images/a:b', '/photos%3Aimages/a%3ab'])
      expect(named(path)).to.include({ bucket: 'photos:images', key: 'a:b' })
    expect(named('/%3aimages').bucket).to.equal(':images')
  })

  it('never takes an IP address for a bucket', () => {
    expect(parseAddress('/b', '10.0.0.1:9000', { domains: ['0.0.1'] }).style).to.equal('path')
    expect(parseAddress('/b', '[::1]:9000', options).style).to.equal('path')
  })

  it('understands absolute URLs, whose host counts more than the header', () => {
    expect(named('http://bucket.localhost:9000/key', 'other.test')).to.deep.equal({
      bucket: 'bucket',
      key: 'key',
      style: 'virtual',
    })
    expect(named('http://localhost')).to.deep.equal({ bucket: undefined, key: undefined, style: 'path' })
  })

  it('leaves out the prefix of a reverse proxy', () => {
    const behind = { domains: [], pathPrefix: '/s3' }
    expect(parseAddress('/s3/b/k', 'h', behind)).to.include({ bucket: 'b', key: 'k', rawPath: '/s3/b/k' })
    expect(parseAddress('/s3', 'h', behind).bucket).to.equal(undefined)
    expect(parseAddress('/s3b/k', 'h', behind).bucket).to.equal('s3b')
  })

  it('refuses malformed percent-encoding and UTF-8', () => {
    for (const key of ['%', '%zz', '%ff', '%c0%80', '%ed%a0%80', '\xff']) {
      expect(refusalOf(() => address(`/bucket/${key}`)).code).to.equal('InvalidURI')
    }
    expect(refusalOf(() => address('/%ff/key')).code).to.equal('InvalidURI')
    expect(refusalOf(() => address('bucket/key')).code).to.equal('InvalidURI')
  })

  it('refuses NUL and an empty bucket name', () => {
    expect(refusalOf(() => address('/bucket/a%00b'))).to.include({ code: 'InvalidArgument', status: 400 })
    expect(refusalOf(() => address('//key')).code).to.equal('InvalidBucketName')
  })

  it('counts the length of a key in bytes', () => {
    expect(named(`/bucket/${'a'.repeat(1024)}`).key).to.have.length(1024)
    expect(named(`/bucket/${'%c3%a9'.repeat(512)}`).key).to.have.length(512)
    const error = refusalOf(() => address(`/bucket/${'%c3%a9'.repeat(513)}`))
    expect(error.code).to.equal('KeyTooLongError')
    expect(error.detail).to.deep.equal({ Size: 1026, MaxSizeAllowed: 1024 })
  })
})

describe('createWireRequest', () => {
  it('takes address and query apart', () => {
    const wire = createWireRequest(
      { method: 'GET', url: '/b/k?a=1&a=2', headers: {}, rawHeaders: [] },
      options,
    )
    expect(wire.address).to.include({ bucket: 'b', key: 'k' })
    expect([...wire.query]).to.deep.equal([['a', '1']])
  })

  it('tells whether somebody could read along', () => {
    const incoming = { method: 'GET', url: '/', headers: {}, rawHeaders: [] }
    const isPrivate = (scheme: 'http' | 'https', remoteAddress: string, sseCOverHttp = false) =>
      createWireRequest(incoming, { ...options, sseCOverHttp }, { scheme, remoteAddress, host: 'a' })
        .isPrivate
    expect(isPrivate('https', '10.0.0.1')).to.equal(true)
    expect(isPrivate('http', '::ffff:127.0.0.1')).to.equal(true)
    expect(isPrivate('http', '10.0.0.1')).to.equal(false)
    expect(isPrivate('http', '10.0.0.1', true)).to.equal(true)
  })

  it('refuses a malformed query', () => {
    const incoming = { method: 'GET', url: '/b?a=%ff', headers: {}, rawHeaders: [] }
    expect(refusalOf(() => createWireRequest(incoming, options)).code).to.equal('InvalidURI')
  })
})
