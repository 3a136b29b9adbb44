import { createHmac } from 'node:crypto'
import { S3Error } from '../core/errors.ts'
import { joinedHeaders } from './canonical-request.ts'
import { payloadForm, type PayloadForm } from './payload-form.ts'
import { checkLifetime, checkSkew, parseBasicTime, parseHttpTime } from './request-time.ts'
import { isSameSignature, signatureDoesNotMatch } from './signature-mismatch.ts'
import {
  headerValue,
  rawParameters,
  rawPath,
  rawQuery,
  type SignedRequest,
  type SignedTarget,
} from './signed-request.ts'
import { canonicalPath, decodeParameter } from './uri-encoding.ts'

/** What a request signed the old way (HMAC-SHA1) says about itself. */
export interface V2Claim {
  readonly kind: 'header-v2' | 'query-v2'
  readonly accessKeyId: string
  readonly sessionToken: string | undefined
  readonly signature: string
  /** The date line of the string to sign: seconds since 1970 in a query, the Date header or nothing in a header. */
  readonly date: string
}

export interface V2Options {
  readonly targets?: readonly SignedTarget[] | undefined
  /** The bucket of a virtual-host style address, which the signature covers as the start of the path. */
  readonly bucketInHost?: string | undefined
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html, and what SDKs sign since that page.
const signedParameters = new Set(
  (
    'accelerate acl analytics cors defaultObjectAcl delete encryption intelligent-tiering inventory legal-hold lifecycle ' +
    'location logging metrics notification object-lock ownershipControls partNumber policy policyStatus publicAccessBlock ' +
    'replication requestPayment response-cache-control response-content-disposition response-content-encoding ' +
    'response-content-language response-content-type response-expires restore retention select select-type storageClass ' +
    'tagging torrent uploadId uploads versionId versioning versions website'
  ).split(' '),
)

/** Reads `?AWSAccessKeyId=…&Expires=…&Signature=…`; throws AccessDenied when one is missing or the time is over. */
export function readQueryV2(
  request: SignedRequest,
  parameters: ReadonlyMap<string, string>,
  now: number,
): V2Claim {
  const [accessKeyId, date, signature] = ['AWSAccessKeyId', 'Expires', 'Signature'].map((name) =>
    parameters.get(name),
  )
  if (!accessKeyId || !date || !signature) {
    throw new S3Error('AccessDenied', {
      message: 'Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters',
    })
  }
  if (!/^\d{1,12}$/.test(date)) {
    throw new S3Error('AccessDenied', { message: `Invalid date (should be seconds since epoch): ${date}` })
  }
  checkLifetime({ end: Number(date) * 1000 }, now)
  const sessionToken = parameters.get('x-amz-security-token') ?? headerValue(request, 'x-amz-security-token')
  return { kind: 'query-v2', accessKeyId, sessionToken, signature, date }
}

/** Reads `Authorization: AWS AKID:signature`; throws InvalidArgument, AccessDenied without a date, RequestTimeTooSkewed. */
export function readHeaderV2(request: SignedRequest, authorization: string, now: number): V2Claim {
  const [, accessKeyId, signature] = /^AWS ([^\s:]+):([^\s:]+)$/.exec(authorization) ?? []
  if (accessKeyId === undefined || signature === undefined) {
    throw new S3Error('InvalidArgument', {
      message: 'AWS authorization header is invalid. Expected AwsAccessKeyId:signature',
      detail: { ArgumentName: 'Authorization', ArgumentValue: authorization },
    })
  }
  const amzDate = headerValue(request, 'x-amz-date')
  const dateHeader = headerValue(request, 'date') ?? ''
  checkRequestTime(amzDate ?? dateHeader, now)
  const sessionToken = headerValue(request, 'x-amz-security-token')
  return {
    kind: 'header-v2',
    accessKeyId,
    sessionToken,
    signature,
    date: amzDate === undefined ? dateHeader : '',
  }
}

function checkRequestTime(asSent: string, now: number): void {
  const time = parseHttpTime(asSent) ?? parseBasicTime(asSent)
  if (time !== undefined) {
    checkSkew(time, now, asSent)
    return
  }
  throw new S3Error('AccessDenied', {
    message: 'AWS authentication requires a valid Date or x-amz-date header',
  })
}

/** Checks the signature and tells how to read the body. */
export function verifyV2(
  claim: V2Claim,
  secret: string,
  request: SignedRequest,
  options: V2Options,
): PayloadForm {
  const head = stringHead(claim, request)
  const strings = paths(request, options).map((path) => `${head}${path}${subresources(request)}`)
  if (!strings.some((text) => isSameSignature(hmacSha1(secret, text), claim.signature))) {
    const stringToSign = Buffer.from(strings[0] ?? '', 'latin1').toString()
    throw signatureDoesNotMatch({ ...claim, stringToSign })
  }
  return payloadForm(request)
}

const hmacSha1 = (secret: string, text: string) =>
  createHmac('sha1', secret).update(Buffer.from(text, 'latin1')).digest('base64')

function paths(request: SignedRequest, { bucketInHost, targets = [] }: V2Options): string[] {
  const bucket = bucketInHost === undefined ? '' : `/${bucketInHost}`
  const path = rawPath(request.url)
  // boto signs a bucket with a slash behind its name, which it does not send.
  const spellings = bucketInHost === undefined && bucketAlone.test(path) ? [path, `${path}/`] : [path]
  const sent = ['', ...targets.map(({ pathPrefix }) => pathPrefix)].flatMap((prefix) =>
    spellings.map((spelling) => prefix + spelling),
  )
  return [...new Set(sent.flatMap((each) => [each, canonicalPath(each)]))].map((each) => bucket + each)
}

const bucketAlone = /^\/[^/]+$/

function stringHead(claim: V2Claim, request: SignedRequest): string {
  const headers = joinedHeaders(request.rawHeaders)
  // boto signs headers and sends them in the query: a presigned PUT has its Content-Type and x-amz-… there.
  if (claim.kind === 'query-v2') {
    for (const [name, value] of decodedParameters(request)) if (!headers.has(name)) headers.set(name, value)
  }
  const amz = [...headers.keys()].filter((name) => name.startsWith('x-amz-')).sort()
  const amzLines = amz.map((name) => `${name}:${headers.get(name) ?? ''}\n`).join('')
  const lines = [
    request.method,
    headers.get('content-md5') ?? '',
    headers.get('content-type') ?? '',
    claim.date,
    '',
  ]
  return lines.join('\n') + amzLines
}

function subresources(request: SignedRequest): string {
  const listed = decodedParameters(request)
    .filter(([name]) => signedParameters.has(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value, hasValue]) => (hasValue ? `${name}=${value}` : name))
  return listed.length === 0 ? '' : `?${listed.join('&')}`
}

// As bytes (latin1), like everything that is signed.
const decodedParameters = ({ url }: SignedRequest) =>
  rawParameters(rawQuery(url)).map(([name, value]) => [bytes(name), bytes(value), value !== ''] as const)

const bytes = (text: string) => Buffer.from(decodeParameter(text)).toString('latin1')
