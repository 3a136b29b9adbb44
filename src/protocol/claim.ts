import { S3Error } from '../core/errors.ts'
import { readHeaderV4 } from './authorization-header.ts'
import type { PayloadForm } from './payload-form.ts'
import { readQueryV4 } from './presigned-v4.ts'
import { readHeaderV2, readQueryV2, verifyV2, type V2Claim, type V2Options } from './signature-v2.ts'
import { verifyV4, type V4Claim, type V4Options } from './signature-v4.ts'
import { headerValue, rawParameters, rawQuery, type SignedRequest } from './signed-request.ts'
import { decodeParameter } from './uri-encoding.ts'

/** Who a request says it is from, before anything is believed. */
export type Claim = { readonly kind: 'anonymous' } | SignedClaim
export type SignedClaim = V4Claim | V2Claim

export interface ClaimOptions {
  /** Milliseconds since 1970. */
  readonly now: number
  /** The only region that credentials may name; any when absent. */
  readonly region?: string | undefined
  /** The services that credentials may name; only `s3` when absent. */
  readonly services?: readonly string[]
  readonly allowV2Query: boolean
  readonly allowV2Header?: boolean | undefined
}

/**
 * Reads the one signature that a request carries, without checking it: the secret has to be looked up in between.
 * Throws S3's errors for malformed, doubled, unsupported, skewed and expired ones; an empty Authorization header is none.
 */
export function readClaim(request: SignedRequest, options: ClaimOptions): Claim {
  const authorization = headerValue(request, 'authorization') ?? ''
  const query = rawQuery(request.url)
  const parameters = mayAuthenticate(query) ? authParameters(query) : noParameters
  const mechanism = queryMechanism(parameters)
  if (mechanism === 'both' || (mechanism !== 'none' && authorization !== ''))
    throw twoMechanisms(authorization)
  const rules = { services: ['s3'], ...options }
  if (mechanism === 'v4') return readQueryV4(request, parameters, rules)
  if (mechanism === 'v2') return readPresignedV2(request, parameters, rules)
  return authorization === '' ? { kind: 'anonymous' } : readAuthorization(request, authorization, rules)
}

/**
 * Checks the signature of a claim with its secret and tells how the body is framed.
 * Throws SignatureDoesNotMatch (with what should have been signed), AccessDenied for headers left out of the signature.
 */
export function verifyClaim(
  claim: SignedClaim,
  secret: string,
  request: SignedRequest,
  options: V4Options & V2Options,
): PayloadForm {
  return 'dateTime' in claim
    ? verifyV4(claim, secret, request, options)
    : verifyV2(claim, secret, request, options)
}

type Rules = ClaimOptions & { readonly services: readonly string[] }

function readAuthorization(request: SignedRequest, authorization: string, rules: Rules): SignedClaim {
  const [scheme = ''] = authorization.split(' ', 1)
  if (scheme === 'AWS4-HMAC-SHA256') return readHeaderV4(request, authorization, rules)
  if (scheme === 'AWS4-ECDSA-P256-SHA256') {
    throw new S3Error('UnsupportedSignature', {
      message: `${scheme} is not supported. Please use AWS4-HMAC-SHA256.`,
    })
  }
  if (scheme === 'AWS') {
    if (rules.allowV2Header !== true) throw unsupportedMechanism()
    return readHeaderV2(request, authorization, rules.now)
  }
  throw new S3Error('InvalidArgument', {
    message: 'Unsupported Authorization Type',
    detail: { ArgumentName: 'Authorization', ArgumentValue: authorization },
  })
}

function readPresignedV2(
  request: SignedRequest,
  parameters: ReadonlyMap<string, string>,
  rules: Rules,
): SignedClaim {
  if (!rules.allowV2Query) throw unsupportedMechanism()
  return readQueryV2(request, parameters, rules.now)
}

const noParameters: ReadonlyMap<string, string> = new Map()

const mayAuthenticate = (query: string) => query !== '' && /X-Amz-|AWSAccessKeyId|Signature/.test(query)

// The first of repeated parameters counts; all of them are signed.
function authParameters(query: string): ReadonlyMap<string, string> {
  return new Map(
    rawParameters(query)
      .reverse()
      .map(([name, value]) => [decodeParameter(name), decodeParameter(value)]),
  )
}

function queryMechanism(parameters: ReadonlyMap<string, string>): 'v4' | 'v2' | 'both' | 'none' {
  const isV4 = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Signature'].some((name) => parameters.has(name))
  const isV2 = ['AWSAccessKeyId', 'Signature'].some((name) => parameters.has(name))
  if (isV4 && isV2) return 'both'
  return isV4 ? 'v4' : isV2 ? 'v2' : 'none'
}

const twoMechanisms = (authorization: string) =>
  new S3Error('InvalidArgument', {
    message:
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter ' +
      'or the Authorization header should be specified',
    detail: { ArgumentName: 'Authorization', ArgumentValue: authorization },
  })

const unsupportedMechanism = () =>
  new S3Error('InvalidRequest', {
    message: 'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  })
