import { expect } from 'chai'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { S3Error } from '../../src/core/errors.ts'
import { hmacSha256Hex } from '../../src/lib/hmac.ts'
import type { ChunkedBody, Trailers } from '../../src/protocol/aws-chunk-parser.ts'
import { decodeAwsChunked, decodeAwsChunkedBuffer } from '../../src/protocol/aws-chunked.ts'
import { deriveSigningKey } from '../../src/protocol/signing-key.ts'
import { authenticate, errorOf, received, secret, type HeaderLines } from './signing.ts'

const unsigned: ChunkedBody = {
  signed: undefined,
  trailer: false,
  trailerNames: [],
  decodedLength: undefined,
}
const withTrailer: ChunkedBody = { ...unsigned, trailer: true, trailerNames: ['x-amz-checksum-crc32c'] }
const crc = 'x-amz-checksum-crc32c:sOO8/Q=='
const decode = (text: string | Buffer, body: ChunkedBody) => decodeAwsChunkedBuffer(Buffer.from(text), body)
const codeOf = (text: string | Buffer, body: ChunkedBody) => errorOf(() => decode(text, body)).code

/** The stream's data and trailers, for a body that arrives in pieces of the given sizes, again and again. */
async function stream(body: Buffer, form: ChunkedBody, sizes: readonly number[]) {
  const data: Buffer[] = []
  let trailers: Trailers | undefined
  const onTrailers = (received: Trailers) => {
    trailers = received
  }
  const arriving: AsyncIterable<Buffer> = Readable.from(pieces(body, sizes))
  for await (const piece of decodeAwsChunked(arriving, form, onTrailers)) data.push(piece)
  return { data: Buffer.concat(data), trailers }
}

function* pieces(body: Buffer, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < body.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield body.subarray(at, at + size)
    at += size
  }
}

/** A body framed with chunks of the given sizes and signed as a client would. */
function signedBody(
  data: Buffer,
  sizes: readonly number[],
  trailers = '',
): { body: Buffer; form: ChunkedBody } {
  const scope = '20130524/us-east-1/s3/aws4_request'
  const signingKey = deriveSigningKey(secret, { date: '20130524', region: 'us-east-1', service: 's3' })
  const signed = { seedSignature: 'f'.repeat(64), signingKey, scope, dateTime: '20130524T000000Z' }
  const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
  let previous = signed.seedSignature
  const sign = (kind: string, hashes: string) => {
    previous = hmacSha256Hex(
      signingKey,
      `AWS4-HMAC-SHA256-${kind}\n${signed.dateTime}\n${scope}\n${previous}\n${hashes}`,
    )
    return previous
  }
  const frame = (chunk: Buffer) =>
    Buffer.from(
      `${chunk.length.toString(16)};chunk-signature=${sign('PAYLOAD', `${sha256('')}\n${sha256(chunk)}`)}\r\n`,
    )
  const parts: Buffer[] = []
  let at = 0
  for (const size of sizes) {
    const chunk = data.subarray(at, at + size)
    parts.push(frame(chunk), chunk, Buffer.from('\r\n'))
    at += size
  }
  parts.push(frame(Buffer.alloc(0)))
  const signature =
    trailers === '' ? '' : `x-amz-trailer-signature:${sign('TRAILER', sha256(`${trailers}\n`))}\r\n`
  parts.push(Buffer.from(`${trailers === '' ? '' : `${trailers}\r\n`}${signature}\r\n`))
  const form = trailers === '' ? unsigned : withTrailer
  return { body: Buffer.concat(parts), form: { ...form, signed, decodedLength: data.length } }
}

describe("AWS's published chunked uploads", () => {
  const signature = (names: string, value: string) =>
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
    `SignedHeaders=${names},Signature=${value}`

  const request = (sha256: string, extra: HeaderLines, authorization: string) =>
    received('PUT', '/examplebucket/chunkObject.txt', [
      ['Host', 's3.amazonaws.com'],
      ['x-amz-date', '20130524T000000Z'],
      ['x-amz-storage-class', 'REDUCED_REDUNDANCY'],
      ['x-amz-content-sha256', sha256],
      ['Content-Encoding', 'aws-chunked'],
      ['x-amz-decoded-content-length', '66560'],
      ...extra,
      ['Authorization', authorization],
    ])

  const body = (signatures: readonly string[], end: string) =>
    Buffer.from(
      [65_536, 1024, 0]
        .map((size, at) => {
          const data = size === 0 ? '' : `${'a'.repeat(size)}\r\n`
          return `${size.toString(16)};chunk-signature=${signatures[at] ?? ''}\r\n${data}`
        })
        .join('') + end,
    )

  it('verify with signed chunks', async () => {
    const names =
      'content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class'
    const authorization = signature(names, '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9')
    const sha256 = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'
    const { form } = authenticate(request(sha256, [['Content-Length', '66824']], authorization))
    if (form.kind !== 'chunked') return expect.fail(form.kind)
    expect(form).to.include({ trailer: false, decodedLength: 66_560 })
    const signatures = [
      'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
      '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
      'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
    ]
    const whole = body(signatures, '\r\n')
    expect(whole.length).to.equal(66_824)
    expect(decode(whole, form).data.length).to.equal(66_560)
    expect((await stream(whole, form, [10_000])).data.equals(Buffer.alloc(66_560, 'a'))).to.equal(true)
    const swapped = body([...signatures.slice(0, 1), ...signatures.slice(1).reverse()], '\r\n')
    expect(codeOf(swapped, form)).to.equal('SignatureDoesNotMatch')
  })

  it('verify with signed chunks and trailers', () => {
    const names =
      'content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer'
    const authorization = signature(names, '106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e')
    const sha256 = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER'
    const { form } = authenticate(
      request(sha256, [['x-amz-trailer', 'x-amz-checksum-crc32c']], authorization),
    )
    if (form.kind !== 'chunked') return expect.fail(form.kind)
    const signatures = [
      'b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2',
      '1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7',
      '2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992',
    ]
    const trailer = 'd81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435'
    for (const lineEnd of ['\r\n', '\n\r\n']) {
      const end = `${crc}${lineEnd}x-amz-trailer-signature:${trailer}\r\n\r\n`
      expect([...decode(body(signatures, end), form).trailers]).to.deep.equal([
        ['x-amz-checksum-crc32c', 'sOO8/Q=='],
      ])
    }
    const changed = `${crc.replace('sOO8', 'sOO9')}\r\nx-amz-trailer-signature:${trailer}\r\n\r\n`
    expect(codeOf(body(signatures, changed), form)).to.equal('SignatureDoesNotMatch')
    expect(codeOf(body(signatures, `${crc}\r\n\r\n`), form)).to.equal('SignatureDoesNotMatch')
  })
})

describe('an aws-chunked body', () => {
  it('decodes the same in a buffer and in a stream, wherever its pieces end', async () => {
    const sizes = fc.array(fc.integer({ min: 8192, max: 20_000 }), { maxLength: 4 })
    const cuts = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 5 })
    const run = async (chunkSizes: number[], pieceSizes: number[], trailers: string) => {
      const data = Buffer.alloc(
        chunkSizes.reduce((sum, size) => sum + size, 0),
        'some data that repeats, ',
      )
      const { body, form } = signedBody(data, chunkSizes, trailers)
      const streamed = await stream(body, form, pieceSizes)
      const whole = decode(body, form)
      expect(streamed.data.equals(data) && whole.data.equals(data)).to.equal(true)
      expect(streamed.trailers).to.deep.equal(whole.trailers)
    }
    await fc.assert(fc.asyncProperty(sizes, cuts, fc.constantFrom('', crc), run), { seed: 3, numRuns: 40 })
    await run([8192, 100], [1], crc)
  })

  it('gives the data of a single chunk without copying it', () => {
    const body = Buffer.from(`5\r\nhello\r\n0\r\n\r\n`)
    const { data } = decodeAwsChunkedBuffer(body, unsigned)
    expect(data.toString()).to.equal('hello')
    expect(data.buffer).to.equal(body.buffer)
  })

  it('may be empty', () => {
    expect(decode('0\r\n\r\n', { ...unsigned, decodedLength: 0 }).data.length).to.equal(0)
  })

  it('tells trailers that it announced, also after an empty line', () => {
    for (const gap of ['', '\r\n']) {
      const { trailers } = decode(
        `1\r\na\r\n0\r\n${gap}X-Amz-Checksum-CRC32C: sOO8/Q== \r\n\r\n`,
        withTrailer,
      )
      expect([...trailers]).to.deep.equal([['x-amz-checksum-crc32c', 'sOO8/Q==']])
    }
  })

  const malformed: readonly (readonly [what: string, body: string, form: ChunkedBody, code: string])[] = [
    ['a size that is no number', 'x\r\n', unsigned, 'InvalidRequest'],
    ['an empty size', '\r\n', unsigned, 'InvalidRequest'],
    ['a size beyond all bounds', 'ffffffffffffff\r\n', unsigned, 'InvalidRequest'],
    ['an unknown extension', '1;name=value\r\na\r\n0\r\n\r\n', unsigned, 'InvalidRequest'],
    ['a line too long', '0'.repeat(5000), unsigned, 'InvalidRequest'],
    ['more data than the size says', '1\r\nab\r\n0\r\n\r\n', unsigned, 'InvalidRequest'],
    ['data after the last chunk', '0\r\n\r\n1\r\n', unsigned, 'InvalidRequest'],
    ['no last chunk', '1\r\na\r\n', unsigned, 'IncompleteBody'],
    ['an end within a chunk', '5\r\nabc', unsigned, 'IncompleteBody'],
    ['an end within the last line', '0\r\n\r', unsigned, 'IncompleteBody'],
    ['nothing at all', '', unsigned, 'IncompleteBody'],
    ['less data than declared', '1\r\na\r\n0\r\n\r\n', { ...unsigned, decodedLength: 2 }, 'IncompleteBody'],
    ['more data than declared', '2\r\nab\r\n0\r\n\r\n', { ...unsigned, decodedLength: 1 }, 'IncompleteBody'],
    ['a small chunk before another', '1\r\na\r\n1\r\nb\r\n0\r\n\r\n', unsigned, 'InvalidChunkSizeError'],
    ['a trailer where none belongs', `0\r\n${crc}\r\n\r\n`, unsigned, 'MalformedTrailerError'],
    ['a trailer not announced', '0\r\nx-amz-acl:private\r\n\r\n', withTrailer, 'MalformedTrailerError'],
    ['a trailer twice', `0\r\n${crc}\r\n${crc}\r\n\r\n`, withTrailer, 'MalformedTrailerError'],
    ['a trailer without a colon', '0\r\nx-amz-checksum-crc32c\r\n\r\n', withTrailer, 'MalformedTrailerError'],
    ['no trailer though one was announced', '0\r\n\r\n\r\n', withTrailer, 'MalformedTrailerError'],
  ]
  for (const [what, body, form, code] of malformed) {
    it(`is refused for ${what} with ${code}`, async () => {
      expect(codeOf(body, form)).to.equal(code)
      const failure: unknown = await stream(Buffer.from(body), form, [1]).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(failure).to.be.instanceOf(S3Error).with.property('code', code)
    })
  }

  it('tells which chunk was too small', () => {
    const error = errorOf(() => decode('1\r\na\r\n1\r\nb\r\n0\r\n\r\n', unsigned))
    expect(error.detail).to.deep.equal({ Chunk: 1, BadChunkSize: 1 })
    expect(error.status).to.equal(403)
  })

  it('fails when any byte of signed data changes, or a signature is left out', () => {
    const data = Buffer.alloc(20_000, 'x')
    const { body, form } = signedBody(data, [10_000, 10_000])
    for (const at of [100, 10_200]) {
      const changed = Buffer.from(body)
      changed[at] = 'y'.charCodeAt(0)
      expect(codeOf(changed, form)).to.equal('SignatureDoesNotMatch')
    }
    expect(codeOf('1\r\na\r\n0\r\n\r\n', { ...form, decodedLength: 1 })).to.equal('SignatureDoesNotMatch')
    expect(codeOf('0\r\n\r\n', { ...form, decodedLength: 0 })).to.equal('SignatureDoesNotMatch')
  })
})
