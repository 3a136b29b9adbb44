import { expect } from 'chai'
import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from '../../src/core/errors.ts'
import { readClaim, verifyClaim, type ClaimOptions, type SignedClaim } from '../../src/protocol/claim.ts'
import type { SignedRequest } from '../../src/protocol/signed-request.ts'
import { createSigningKeyCache } from '../../src/protocol/signing-key.ts'

/** The credentials of AWS's published examples, and the moment at which those were signed. */
export const accessKeyId = 'AKIAIOSFODNN7EXAMPLE'
export const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
export const exampleTime = Date.UTC(2013, 4, 24)

export type HeaderLines = readonly (readonly [name: string, value: string])[]

/** A request as node:http would show it: header values in latin1, repeated ones joined. */
export function received(method: string, url: string, lines: HeaderLines): SignedRequest {
  const headers: IncomingHttpHeaders = {}
  for (const [name, value] of lines) {
    const earlier = headers[name.toLowerCase()]
    headers[name.toLowerCase()] = typeof earlier === 'string' ? `${earlier}, ${value}` : value
  }
  return { method, url, rawHeaders: lines.flat(), headers }
}

/** Reads and verifies with the example's secret; throws what the server would answer. */
export function authenticate(
  request: SignedRequest,
  options: Partial<ClaimOptions> &
    Partial<Parameters<typeof verifyClaim>[3]> & { readonly secret?: string } = {},
) {
  const claim = readClaim(request, { now: exampleTime, allowV2Query: true, ...options })
  if (claim.kind === 'anonymous') throw new Error('The request is not signed.')
  const form = verifyClaim(claim, options.secret ?? secret, request, {
    signingKeys: createSigningKeyCache(),
    ...options,
  })
  return { claim, form }
}

export function signedClaim(request: SignedRequest, options: Partial<ClaimOptions> = {}): SignedClaim {
  const claim = readClaim(request, { now: exampleTime, allowV2Query: true, ...options })
  if (claim.kind === 'anonymous') throw new Error('The request is not signed.')
  return claim
}

/** The S3Error that a piece of work throws. */
export function errorOf(work: () => unknown): S3Error {
  try {
    work()
  } catch (error) {
    if (error instanceof S3Error) return error
    throw error
  }
  return expect.fail('Nothing was thrown.')
}
