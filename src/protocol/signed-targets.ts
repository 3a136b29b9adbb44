import type { IncomingHttpHeaders } from 'node:http'
import type { SignedTarget } from './signed-request.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly origin: { readonly host: string | undefined }
}

/** The addresses that a client may have signed: a proxy that is believed says which host the request came to. */
export function signedTargets(
  { origin, headers }: Received,
  targets: readonly SignedTarget[],
): readonly SignedTarget[] {
  const isForwarded = origin.host !== undefined && origin.host !== headers.host
  return isForwarded ? [{ host: origin.host, pathPrefix: '' }, ...targets] : targets
}
