// aws-chunked bodies: signed chunks, signed and unsigned trailers, their mistakes, and what is kept of the encoding.
import { crc32 } from 'node:zlib'
import { expect } from 'chai'
import { exchange, pathOf, request, signedRequest, verdict } from './request.ts'
import type { WireContext } from './request.ts'
import type { ChunkSigner } from './signature.ts'
import type { Rules } from '../suite.ts'

const SIGNED = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'
const SIGNED_TRAILER = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER'
const UNSIGNED_TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'

const chunks = [Buffer.alloc(65_536, 'a'), Buffer.from('and the rest')]
const whole = Buffer.concat(chunks)

const crcOf = (data: Buffer) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(crc32(data))
  return bytes.toString('base64')
}

type Frame = (chain: ChunkSigner) => Buffer

const framed = (data: Buffer, signature?: string) =>
  Buffer.concat([
    Buffer.from(
      `${data.length.toString(16)}${signature === undefined ? '' : `;chunk-signature=${signature}`}\r\n`,
    ),
    data,
    Buffer.from(data.length === 0 ? '' : '\r\n'),
  ])

const signedChunks =
  (parts: readonly Buffer[]): Frame =>
  (chain) =>
    Buffer.concat([
      ...[...parts, Buffer.alloc(0)].map((part) => framed(part, chain.chunk(part))),
      Buffer.from('\r\n'),
    ])

const signedWithTrailer =
  (parts: readonly Buffer[], crc: string, spoil = (signature: string) => signature): Frame =>
  (chain) => {
    const body = [...parts, Buffer.alloc(0)].map((part) => framed(part, chain.chunk(part)))
    const signature = spoil(chain.trailer(`x-amz-checksum-crc32:${crc}\n`))
    const trailer = `x-amz-checksum-crc32:${crc}\r\nx-amz-trailer-signature:${signature}\r\n\r\n`
    return Buffer.concat([...body, Buffer.from(trailer)])
  }

const unsignedWithTrailer =
  (parts: readonly Buffer[], crc: string): Frame =>
  () =>
    Buffer.concat([
      ...[...parts, Buffer.alloc(0)].map((part) => framed(part)),
      Buffer.from(`x-amz-checksum-crc32:${crc}\r\n\r\n`),
    ])

interface Upload {
  readonly payload: string
  readonly frame: Frame
  readonly decodedLength?: number
  readonly encoding?: string
}

async function upload(context: WireContext, key: string, { payload, frame, ...more }: Upload) {
  const { decodedLength = whole.length, encoding = 'aws-chunked' } = more
  const length = frame({ chunk: () => '0'.repeat(64), trailer: () => '0'.repeat(64) }).length
  const headers = {
    'content-encoding': encoding,
    'x-amz-decoded-content-length': String(decodedLength),
    ...(payload.endsWith('TRAILER') ? { 'x-amz-trailer': 'x-amz-checksum-crc32' } : {}),
  }
  const { text, signature } = signedRequest(context.target, pathOf(context, key), {
    method: 'PUT',
    payload,
    length,
    headers,
  })
  return exchange(context, [text, frame(signature.chain)])
}

const stored = async (context: WireContext, key: string) => {
  const { status, headers, body } = await request(context, pathOf(context, key))
  return { status, encoding: headers['content-encoding'], isWhole: body === whole.toString() }
}

const whole200 = { status: 200, encoding: undefined, isWhole: true }
const absent = { status: 404, encoding: undefined, isWhole: false }

async function expectRefused(context: WireContext, key: string, parts: Upload, verdicts: readonly string[]) {
  expect(verdict(await upload(context, key, parts))).to.be.oneOf(verdicts)
  expect(await stored(context, key)).to.deep.equal(absent)
}

const spoilt = (signature: string) => (signature.startsWith('0') ? '1' : '0') + signature.slice(1)

export const chunkedRules: Rules<WireContext> = {
  'accepts signed chunks': async (context) => {
    const answer = await upload(context, 'chunked/signed', { payload: SIGNED, frame: signedChunks(chunks) })
    expect(verdict(answer)).to.equal('200')
    expect(await stored(context, 'chunked/signed')).to.deep.equal(whole200)
  },
  'refuses a chunk whose signature is wrong, and keeps nothing': async (context) => {
    const spoilSecond: Frame = (chain) => {
      let count = 0
      const chunk = (data: Buffer) => ((count += 1) === 2 ? spoilt(chain.chunk(data)) : chain.chunk(data))
      return signedChunks(chunks)({ ...chain, chunk })
    }
    await expectRefused(context, 'chunked/bad', { payload: SIGNED, frame: spoilSecond }, [
      '403 SignatureDoesNotMatch',
    ])
  },
  'refuses a chunk that was altered': async (context) => {
    const altered: Frame = (chain) =>
      Buffer.from(signedChunks(chunks)(chain).toString('latin1').replace('rest', 'REST'))
    await expectRefused(context, 'chunked/altered', { payload: SIGNED, frame: altered }, [
      '403 SignatureDoesNotMatch',
    ])
  },
  'accepts signed chunks with a signed trailer': async (context) => {
    const frame = signedWithTrailer(chunks, crcOf(whole))
    expect(verdict(await upload(context, 'chunked/trailer', { payload: SIGNED_TRAILER, frame }))).to.equal(
      '200',
    )
    expect(await stored(context, 'chunked/trailer')).to.deep.equal(whole200)
  },
  'refuses a trailer whose signature is wrong': async (context) => {
    const frame = signedWithTrailer(chunks, crcOf(whole), spoilt)
    await expectRefused(context, 'chunked/trailer-bad', { payload: SIGNED_TRAILER, frame }, [
      '403 SignatureDoesNotMatch',
    ])
  },
  'refuses a signed trailer whose checksum is wrong': async (context) => {
    const frame = signedWithTrailer(chunks, crcOf(Buffer.from('other')))
    await expectRefused(context, 'chunked/sum-bad', { payload: SIGNED_TRAILER, frame }, ['400 BadDigest'])
  },
  'accepts unsigned chunks with a trailing checksum': async (context) => {
    const frame = unsignedWithTrailer(chunks, crcOf(whole))
    expect(verdict(await upload(context, 'chunked/unsigned', { payload: UNSIGNED_TRAILER, frame }))).to.equal(
      '200',
    )
    expect(await stored(context, 'chunked/unsigned')).to.deep.equal(whole200)
  },
  'refuses an unsigned trailer whose checksum is wrong': async (context) => {
    const frame = unsignedWithTrailer(chunks, crcOf(Buffer.from('other')))
    await expectRefused(context, 'chunked/unsigned-bad', { payload: UNSIGNED_TRAILER, frame }, [
      '400 BadDigest',
    ])
  },
  'refuses a trailing checksum that is no checksum': async (context) => {
    const frame = unsignedWithTrailer(chunks, 'nonsense')
    await expectRefused(context, 'chunked/no-sum', { payload: UNSIGNED_TRAILER, frame }, [
      '400 InvalidRequest',
      '400 MalformedTrailerError',
      '400 BadDigest',
    ])
  },
  'accepts an empty object in each form': async (context) => {
    const forms: readonly Upload[] = [
      { payload: SIGNED, frame: signedChunks([]) },
      { payload: SIGNED_TRAILER, frame: signedWithTrailer([], crcOf(Buffer.alloc(0))) },
      { payload: UNSIGNED_TRAILER, frame: unsignedWithTrailer([], crcOf(Buffer.alloc(0))) },
    ]
    for (const [index, form] of forms.entries()) {
      const key = `chunked/empty-${String(index)}`
      expect(verdict(await upload(context, key, { ...form, decodedLength: 0 }))).to.equal('200')
      expect((await request(context, pathOf(context, key))).headers['content-length']).to.equal('0')
    }
    const put = { method: 'PUT', body: '' }
    expect(verdict(await request(context, pathOf(context, 'chunked/empty'), put))).to.equal('200')
    const unsigned = { ...put, payload: 'UNSIGNED-PAYLOAD' }
    expect(verdict(await request(context, pathOf(context, 'chunked/empty'), unsigned))).to.equal('200')
  },
  'keeps the other encodings beside aws-chunked': async (context) => {
    for (const encoding of ['aws-chunked,gzip', 'gzip,aws-chunked']) {
      await upload(context, 'chunked/gzip', { payload: SIGNED, frame: signedChunks(chunks), encoding })
      expect(await stored(context, 'chunked/gzip')).to.deep.equal({ ...whole200, encoding: 'gzip' })
    }
  },
  'refuses a body shorter or longer than its decoded length': async (context) => {
    for (const decodedLength of [whole.length + 1, whole.length - 1]) {
      const parts = { payload: SIGNED, frame: signedChunks(chunks), decodedLength }
      await expectRefused(context, 'chunked/length', parts, ['400 IncompleteBody', '400 InvalidRequest'])
    }
  },
  'refuses framing that it cannot read': async (context) => {
    const nonsense: Frame = () => Buffer.from('this is not a chunk\r\nat all\r\n\r\n')
    await expectRefused(context, 'chunked/nonsense', { payload: UNSIGNED_TRAILER, frame: nonsense }, [
      '400 InvalidRequest',
      '400 IncompleteBody',
      '400 InvalidChunkSizeError',
      '400 MalformedTrailerError',
    ])
  },
}
