import { anonymous, type Caller } from '../core/caller.ts'
import { readClaim, verifyClaim, type Claim } from '../protocol/claim.ts'
import { payloadForm, type PayloadForm } from '../protocol/payload-form.ts'
import { signedTargets } from '../protocol/signed-targets.ts'
import type { Core } from '../core/create-core.ts'
import type { SignedTarget } from '../protocol/signed-request.ts'
import type { SigningKeyCache } from '../protocol/signing-key.ts'
import type { WireRequest } from './wire-request.ts'

export interface AuthenticationOptions {
  readonly core: Core
  readonly signingKeys: SigningKeyCache
  /** The only region that signatures may be made for; any when absent. */
  readonly region: string | undefined
  readonly allowV2Query: boolean
  readonly allowV2Header: boolean
  /** Addresses under which a reverse proxy offers this server. */
  readonly targets: readonly SignedTarget[]
}

export interface Authenticated {
  readonly caller: Caller
  readonly payload: PayloadForm
  readonly claim: Claim
}

/** Who signed a request, and how its body is framed. Throws what S3 answers to a signature that does not hold. */
export async function authenticate(
  wire: WireRequest,
  url: string,
  options: AuthenticationOptions,
): Promise<Authenticated> {
  const { core, signingKeys, region, allowV2Query, allowV2Header } = options
  const request = { method: wire.method, url, rawHeaders: wire.rawHeaders, headers: wire.headers }
  const claim = readClaim(request, { now: core.clock.now(), region, allowV2Query, allowV2Header })
  if (claim.kind === 'anonymous') return { caller: anonymous, payload: payloadForm(request), claim }
  const { secret, caller } = await core.credentials.findSigner(claim.accessKeyId, claim.sessionToken)
  const bucketInHost = wire.address.style === 'virtual' ? wire.address.bucket : undefined
  const targets = signedTargets(wire, options.targets)
  const payload = verifyClaim(claim, secret, request, { signingKeys, targets, bucketInHost })
  return { caller, payload, claim }
}
