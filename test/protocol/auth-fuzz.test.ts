import { expect } from 'chai'
import fc from 'fast-check'
import { S3Error } from '../../src/core/errors.ts'
import { decodeAwsChunkedBuffer } from '../../src/protocol/aws-chunked.ts'
import { readClaim, verifyClaim } from '../../src/protocol/claim.ts'
import { payloadForm } from '../../src/protocol/payload-form.ts'
import { verifyPostPolicy } from '../../src/protocol/post-policy.ts'
import { readPostClaim, verifyPostSignature } from '../../src/protocol/post-signature.ts'
import type { SignedRequest } from '../../src/protocol/signed-request.ts'
import { createSigningKeyCache } from '../../src/protocol/signing-key.ts'
import { exampleTime, received } from './signing.ts'

const settings = { seed: 3, numRuns: 2000 }
const signingKeys = createSigningKeyCache()

/** Runs the work; anything thrown that is not an S3Error is a fault. */
function answers(work: () => unknown): true {
  try {
    work()
  } catch (error) {
    expect(error).to.be.instanceOf(S3Error)
  }
  return true
}

function handle(request: SignedRequest): void {
  const claim = readClaim(request, { now: exampleTime, allowV2Query: true, allowV2Header: true })
  if (claim.kind === 'anonymous') payloadForm(request)
  else verifyClaim(claim, 'secret', request, { signingKeys, targets: [{ host: 'h', pathPrefix: '/p' }] })
}

// Texts of the wire have one character per byte.
const byteText = fc.string({
  unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
})

/** Text put together from pieces that mean something to a parser, and from noise. */
const shuffled = (...known: string[]) =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, byteText), { maxLength: 12 })
    .map((parts) => parts.join(''))

const scope = 'AKID/20130524/us-east-1/s3/aws4_request'
const hash64 = 'ab'.repeat(32)

describe('whatever a request says, the answer is one of S3', () => {
  it('to any Authorization header', () => {
    const known = [
      'AWS4-HMAC-SHA256',
      ' ',
      ',',
      '=',
      '/',
      'AWS',
      'Credential=',
      scope,
      'SignedHeaders=',
      'host',
      ';',
      'Signature=',
      hash64,
    ]
    const literals = [
      'UNSIGNED-PAYLOAD',
      hash64,
      'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    ]
    const plausible = fc
      .tuple(shuffled(scope, '/', 'AKID'), shuffled('host', ';', 'x-amz-date'), byteText)
      .map(
        ([credential, names, signature]) =>
          `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${names},Signature=${signature}`,
      )
    const dates = fc.oneof(
      fc.constantFrom('20130524T000000Z', 'Fri, 24 May 2013 00:00:00 GMT', '99999999T999999Z'),
      byteText,
    )
    const headers = fc.record(
      {
        authorization: fc.oneof(shuffled(...known), plausible),
        'x-amz-date': dates,
        'x-amz-content-sha256': fc.oneof(fc.constantFrom(...literals), byteText),
        'x-amz-decoded-content-length': shuffled('1', '-'),
        'x-amz-trailer': shuffled('x-amz-checksum-crc32', ','),
        host: byteText,
      },
      { requiredKeys: ['authorization'] },
    )
    fc.assert(
      fc.property(headers, shuffled('/bucket', '/', '%', '%2F', '?', '&', 'a=b'), (lines, url) =>
        answers(() => {
          handle(received('PUT', url, Object.entries(lines)))
        }),
      ),
      settings,
    )
  })

  it('to any query', () => {
    const names = [
      'Algorithm',
      'Credential',
      'Date',
      'Expires',
      'SignedHeaders',
      'Signature',
      'Content-Sha256',
      'Security-Token',
    ]
    const values = [
      'AWS4-HMAC-SHA256',
      encodeURIComponent(scope),
      '20130524T000000Z',
      '86400',
      'host',
      hash64,
      '%',
      '+',
      '%ff',
    ]
    const parameter = fc
      .tuple(
        fc.constantFrom(...names.map((name) => `X-Amz-${name}`), 'AWSAccessKeyId', 'Signature', 'Expires'),
        fc.oneof(fc.constantFrom(...values), byteText),
      )
      .map(([name, value]) => `${name}=${value}`)
    const complete = fc.tuple(
      ...names
        .slice(0, 6)
        .map((name, at) =>
          fc
            .oneof({ weight: 5, arbitrary: fc.constant(values[at] ?? '') }, byteText)
            .map((value) => `X-Amz-${name}=${value}`),
        ),
    )
    const v2 = byteText.map((text) => [
      `AWSAccessKeyId=${text}`,
      `Signature=${text}`,
      'Expires=1369353600',
      text,
    ])
    const query = fc.oneof(fc.array(parameter, { maxLength: 10 }), complete, v2)
    fc.assert(
      fc.property(query, (parts) =>
        answers(() => {
          handle(received('GET', `/b/k?${parts.join('&')}`, [['Host', 'h']]))
        }),
      ),
      settings,
    )
  })

  it('to any aws-chunked body', () => {
    const body = shuffled(
      '0',
      '\r\n',
      '5',
      'hello',
      ';chunk-signature=',
      hash64,
      'x-amz-checksum-crc32:',
      'AAAAAA==',
      'fffffffff',
    )
    const form = fc.record({
      signed: fc.constantFrom(undefined, {
        seedSignature: hash64,
        signingKey: { inner: Buffer.alloc(64), outer: Buffer.alloc(64) },
        scope,
        dateTime: '20130524T000000Z',
      }),
      trailer: fc.boolean(),
      trailerNames: fc.constantFrom([], ['x-amz-checksum-crc32']),
      decodedLength: fc.constantFrom(undefined, 0, 5),
    })
    fc.assert(
      fc.property(body, form, (text, chunked) =>
        answers(() => decodeAwsChunkedBuffer(Buffer.from(text, 'latin1'), chunked)),
      ),
      settings,
    )
  })

  it('to any POST form', () => {
    const condition = fc.oneof(
      fc.json(),
      fc.constant('{"bucket":"b"}'),
      fc.string().map((text) => JSON.stringify(['eq', '$key', text])),
    )
    const document = fc
      .array(condition, { maxLength: 4 })
      .map((list) => `{"expiration":"2030-01-01T00:00:00Z","conditions":[${list.join(',')}]}`)
    const policy = fc
      .oneof(document, fc.json(), fc.string())
      .map((text) => Buffer.from(text).toString('base64'))
    const fields = fc.record(
      {
        policy,
        key: fc.string(),
        signature: fc.string(),
        awsaccesskeyid: fc.string(),
        'x-amz-credential': fc.constantFrom(scope, '///'),
        'x-amz-algorithm': fc.constant('AWS4-HMAC-SHA256'),
        'x-amz-date': fc.constantFrom('20130524T000000Z', 'x'),
        'x-amz-signature': fc.string(),
      },
      { requiredKeys: ['policy'] },
    )
    fc.assert(
      fc.property(fields, (form) => {
        const map = new Map(Object.entries(form))
        answers(() => verifyPostPolicy(map, { now: exampleTime, bucket: 'b' }))
        return answers(() => {
          const claim = readPostClaim(map)
          if (claim.kind !== 'anonymous') verifyPostSignature(claim, 'secret', { signingKeys })
        })
      }),
      settings,
    )
  })
})
