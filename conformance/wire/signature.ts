// Signature Version 4 as a client writes it, independent of the server's own code and open to deliberate mistakes.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
import { createHash, createHmac } from 'node:crypto'
import type { Target } from '../suite.ts'

export interface RequestHead {
  readonly method: string
  /** Path as it is signed: every byte but unreserved ones and `/` in upper-case percent-encoding. */
  readonly path: string
  /** Query as it is signed: sorted, encoded, each name with its `=`. */
  readonly query: string
  /** All of them are signed; names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The value of x-amz-content-sha256. */
  readonly payload: string
}

export interface Signature {
  readonly headers: Readonly<Record<string, string>>
  readonly chain: ChunkSigner
}

export interface ChunkSigner {
  /** The signature of the next chunk, which follows on from all before it. */
  readonly chunk: (data: Buffer) => string
  /** The signature of trailing headers, given as `name:value\n` lines. */
  readonly trailer: (lines: string) => string
}

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

export function sign(request: RequestHead, target: Target, time = new Date()): Signature {
  const date = time.toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = `${date.slice(0, 8)}/${target.region}/s3/aws4_request`
  const host = new URL(target.endpoint).host
  const headers: Record<string, string> = {
    host,
    ...request.headers,
    'x-amz-content-sha256': request.payload,
    'x-amz-date': date,
  }
  const names = Object.keys(headers).sort()
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('')
  const canonical = [
    request.method,
    request.path,
    request.query,
    lines,
    names.join(';'),
    request.payload,
  ].join('\n')
  const key = signingKey(target, date.slice(0, 8))
  const signature = hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex')
  const authorization =
    `AWS4-HMAC-SHA256 Credential=${target.accessKey}/${scope}, ` +
    `SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { headers: { ...headers, authorization }, chain: chunkSigner({ key, date, scope, seed: signature }) }
}

const signingKey = ({ secretKey, region }: Target, day: string) =>
  ['s3', 'aws4_request'].reduce((key, part) => hmac(key, part), hmac(hmac(`AWS4${secretKey}`, day), region))

interface Seed {
  readonly key: Buffer
  readonly date: string
  readonly scope: string
  readonly seed: string
}

function chunkSigner({ key, date, scope, seed }: Seed): ChunkSigner {
  let previous = seed
  const next = (kind: string, hashes: readonly string[]) => {
    previous = hmac(key, [`AWS4-HMAC-SHA256-${kind}`, date, scope, previous, ...hashes].join('\n')).toString(
      'hex',
    )
    return previous
  }
  return {
    chunk: (data) => next('PAYLOAD', [sha256(''), sha256(data)]),
    trailer: (lines) => next('TRAILER', [sha256(lines)]),
  }
}
