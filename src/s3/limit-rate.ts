import { rateLimitsOf, type RateLimit } from '../core/usage/rates.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Caller } from '../core/caller.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'

type Limited = Pick<Exchange, 'request' | 'response' | 'notes'>
type RateCore = Pick<Core, 'credentials' | 'rates'>

/** Notes that a key is used, and counts the request for the limits of who signed; rejects with SlowDown. Undefined: nothing to wait for. */
export function admitSigned(
  exchange: Limited,
  core: RateCore,
  { caller, operation }: { readonly caller: Caller; readonly operation: string },
): Promise<void> | undefined {
  if (caller.kind === 'anonymous') return undefined
  core.credentials.noteUse(caller.accessKeyId, operation)
  return caller.rates && limitRate(exchange, core, caller.rates)
}

/** Who has not signed is counted for the project whose bucket is asked; rejects with SlowDown. */
export function admitAnonymous(
  exchange: Limited,
  core: RateCore,
  { caller, bucket }: { readonly caller: Caller; readonly bucket: Bucket | undefined },
): Promise<void> | undefined {
  if (caller.kind !== 'anonymous' || !bucket?.account) return undefined
  const limits = rateLimitsOf({ id: bucket.projectId, ...bucket.account })
  return limits && limitRate(exchange, core, limits)
}

async function limitRate(
  { request, response, notes }: Limited,
  { rates }: RateCore,
  limits: readonly RateLimit[],
): Promise<void> {
  await rates.admit(limits)
  response.once('close', () => {
    void rates.charge(limits, Number(request.headers['content-length'] ?? 0) + (notes.bytesOut ?? 0))
  })
}
