import { expect } from 'chai'
import { hmacKey } from '../../src/lib/hmac.ts'
import { payloadForm } from '../../src/protocol/payload-form.ts'
import { errorOf, received } from './signing.ts'

const sha256 = 'AB'.repeat(32)
const signing = { seedSignature: 's', signingKey: hmacKey('k'), scope: 'scope', dateTime: '20130524T000000Z' }
const formOf = (headers: Readonly<Record<string, string>>, options: Parameters<typeof payloadForm>[1] = {}) =>
  payloadForm(received('PUT', '/b/k', Object.entries(headers)), options)

describe('the form of a payload', () => {
  it('is unsigned without a hash, and signed with one', () => {
    expect(formOf({})).to.deep.equal({ kind: 'unsigned' })
    expect(formOf({ 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' })).to.deep.equal({ kind: 'unsigned' })
    const signed = { kind: 'signed', sha256: sha256.toLowerCase() }
    expect(formOf({ 'x-amz-content-sha256': sha256 })).to.deep.equal(signed)
    expect(formOf({ 'x-amz-content-sha256': sha256, 'content-encoding': 'aws-chunked' })).to.deep.equal(
      signed,
    )
  })

  it('is chunked by any of its three signs', () => {
    const plain = {
      kind: 'chunked',
      signed: undefined,
      trailer: false,
      trailerNames: [],
      decodedLength: undefined,
    }
    expect(formOf({ 'content-encoding': 'gzip, AWS-chunked' })).to.deep.equal(plain)
    expect(formOf({ 'x-amz-decoded-content-length': '7' })).to.deep.equal({ ...plain, decodedLength: 7 })
    const streaming = {
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': '7',
    }
    expect(formOf({ ...streaming, 'x-amz-trailer': 'X-Amz-Checksum-CRC32' })).to.deep.equal({
      ...plain,
      trailer: true,
      trailerNames: ['x-amz-checksum-crc32'],
      decodedLength: 7,
    })
  })

  it('has signed chunks only where a signature starts their chain', () => {
    const headers = {
      'x-amz-decoded-content-length': '7',
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    }
    expect(formOf(headers, { signing })).to.deep.include({ kind: 'chunked', signed: signing, trailer: false })
    const trailer = { ...headers, 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER' }
    expect(formOf(trailer, { signing })).to.deep.include({ signed: signing, trailer: true })
    expect(errorOf(() => formOf(headers)).code).to.equal('InvalidRequest')
  })

  it('needs the decoded length of a stream, as a number', () => {
    const headers = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' }
    expect(errorOf(() => formOf(headers)).code).to.equal('MissingContentLength')
    const error = errorOf(() => formOf({ ...headers, 'x-amz-decoded-content-length': '-1' }))
    expect(error.detail).to.deep.equal({ ArgumentName: 'x-amz-decoded-content-length', ArgumentValue: '-1' })
  })

  it('cannot have a hash that S3 does not know', () => {
    expect(errorOf(() => formOf({ 'x-amz-content-sha256': 'required' }))).to.include({
      code: 'InvalidArgument',
      message:
        'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, ' +
        'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-UNSIGNED-PAYLOAD-TRAILER, or a valid sha256 value.',
    })
  })
})
