import { hash } from 'node:crypto'
import { hmacSha256Hex } from '../lib/hmac.ts'
import { canonicalRequest } from './canonical-request.ts'
import { basicTime } from './request-time.ts'
import { deriveSigningKey, scopeText } from './signing-key.ts'

interface PresignedRequest {
  readonly method: string
  /** Of the S3 port as clients reach it, without a slash at the end: `https://example.com/s3`. */
  readonly baseUrl: string
  readonly bucket: string
  readonly key: string
  readonly query?: Readonly<Record<string, string | undefined>> | undefined
  /** By lower-case name; they have to be sent as they are here. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly expiresInSeconds: number
}

interface Signer {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly region: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** A URL that carries its signature. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
export function presignV4(request: PresignedRequest, signer: Signer): string {
  const { baseUrl, bucket, key, method } = request
  const { host } = new URL(baseUrl)
  const dateTime = basicTime(signer.now)
  const scope = { date: dateTime.slice(0, 8), region: signer.region, service: 's3' }
  const headers = new Map(Object.entries({ ...request.headers, host }))
  const signedHeaders = [...headers.keys()].sort().join(';')
  const query = queryOf({
    ...request.query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${signer.accessKeyId}/${scopeText(scope)}`,
    'X-Amz-Date': dateTime,
    'X-Amz-Expires': String(request.expiresInSeconds),
    'X-Amz-Security-Token': signer.sessionToken,
    'X-Amz-SignedHeaders': signedHeaders,
  })
  const url = `${baseUrl}/${encoded(bucket)}/${key.split('/').map(encoded).join('/')}?${query}`
  const target = url.slice(url.indexOf('/', url.indexOf('//') + 2))
  const canonical = canonicalRequest(
    { method, url: target, rawHeaders: [], headers: {} },
    { headers, signedHeaders, payload: 'UNSIGNED-PAYLOAD' },
  )
  const stringToSign = `AWS4-HMAC-SHA256\n${dateTime}\n${scopeText(scope)}\n${hash('sha256', canonical, 'hex')}`
  const signature = hmacSha256Hex(deriveSigningKey(signer.secretAccessKey, scope), stringToSign)
  return `${url}&X-Amz-Signature=${signature}`
}

const queryOf = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${encoded(name)}=${encoded(value)}`]))
    .join('&')

/** As AWS's UriEncode writes it. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
