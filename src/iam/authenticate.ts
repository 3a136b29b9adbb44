import { hash } from 'node:crypto'
import { S3Error } from '../core/errors.ts'
import { readClaim, verifyClaim } from '../protocol/claim.ts'
import { signedTargets } from '../protocol/signed-targets.ts'
import type { Core } from '../core/create-core.ts'
import type { Origin } from '../http/forwarded.ts'
import type { PayloadForm } from '../protocol/payload-form.ts'
import type { ProjectCaller } from '../core/caller.ts'
import type { SignedRequest, SignedTarget } from '../protocol/signed-request.ts'
import type { SigningKeyCache } from '../protocol/signing-key.ts'
import type { ServiceName } from './find-operation.ts'

export interface AuthenticationOptions {
  readonly core: Core
  readonly signingKeys: SigningKeyCache
  /** Addresses under which a reverse proxy offers this server. */
  readonly targets: readonly SignedTarget[]
}

/** A request whose body has been read: its signature covers it. */
export interface SignedMessage {
  readonly request: SignedRequest
  readonly body: Buffer
  readonly origin: Origin
  /** To which the request goes; a signature is for one of them. */
  readonly service: ServiceName
}

/**
 * Who signed a request. Both services are global, so any region may stand in the signature.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export async function authenticate(
  { request, body, origin, service }: SignedMessage,
  { core, signingKeys, ...options }: AuthenticationOptions,
): Promise<ProjectCaller> {
  const claim = readClaim(request, { now: core.clock.now(), services: [service], allowV2Query: false })
  if (claim.kind === 'anonymous') throw new S3Error('MissingAuthenticationToken')
  const { secret, caller } = await core.credentials.findSigner(claim.accessKeyId, claim.sessionToken)
  const payloadSha256 = hash('sha256', body, 'hex')
  const targets = signedTargets({ ...request, origin }, options.targets)
  const payload = verifyClaim(claim, secret, request, { signingKeys, targets, payloadSha256 })
  checkPayload(payload, payloadSha256)
  return caller
}

/** A declared hash has been signed in the body's place, and must be that of the body. */
function checkPayload(payload: PayloadForm, bodySha256: string): void {
  if (payload.kind === 'signed' && payload.sha256 !== bodySha256)
    throw new S3Error('XAmzContentSHA256Mismatch')
  if (payload.kind === 'chunked')
    throw new S3Error('InvalidRequest', { message: 'The body of a query request is sent in one piece.' })
}
