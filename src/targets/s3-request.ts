import aws4 from 'aws4'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { loginOf } from './sender.ts'

export interface S3Request {
  readonly method: string
  /** Undefined: the bucket itself. */
  readonly key: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Readable | Buffer | string | undefined
  /** Of the body, in bytes. */
  readonly size?: number
  readonly signal?: AbortSignal
}

export interface S3Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** Sends signed requests to a bucket, `https://KEY:SECRET@HOST/BUCKET?region=NAME`; bodies are streamed. */
export type SendToBucket = (request: S3Request) => Promise<S3Answer>

/** A connection that stands still for so long is given up, in milliseconds. */
const stallMs = 60_000

export function bucketSender(url: URL): SendToBucket {
  const { user = '', password = '' } = loginOf(url) ?? {}
  const credentials = { accessKeyId: user, secretAccessKey: password }
  const region = url.searchParams.get('region') ?? 'us-east-1'
  const root = url.pathname.replace(/\/+$/, '')
  const open = url.protocol === 'https:' ? requestHttps : requestHttp

  return async ({ method, key, query, headers, body = '', size = byteLength(body), signal }) => {
    const path = `${root}/${encodePath(key)}${query === undefined ? '' : `?${query}`}`
    const fixed = { ...headers, 'content-length': size, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
    const signed = aws4.sign(
      { service: 's3', region, method, path, host: url.host, headers: fixed },
      credentials,
    )
    const { hostname, port } = url
    const options = { method, path, hostname, port, headers: signed.headers ?? {}, timeout: stallMs }
    const outgoing = open({ ...options, ...(signal && { signal }) })
    outgoing.on('timeout', () => outgoing.destroy(new Error('The connection stood still.')))
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject)
    })
    // An answer that comes before the end of the body makes sending it fail, and tells more than that failure.
    const sent = pipeline(body instanceof Readable ? body : Readable.from([Buffer.from(body)]), outgoing)
    const [response] = await Promise.all([answered, sent.catch(() => answered)])
    return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }
  }
}

const byteLength = (body: Readable | Buffer | string) =>
  body instanceof Readable ? 0 : Buffer.byteLength(body)

const encodePath = (key: string) =>
  encodeURIComponent(key)
    .replace(/%2F/g, '/')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
