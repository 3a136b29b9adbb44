import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'
import type { RateLimit } from '../core/usage/rates.ts'

/** Counts a request, and its bytes once they are known, for those who are bound. Throws SlowDown. */
export async function limitRate(
  { request, response, notes }: Pick<Exchange, 'request' | 'response' | 'notes'>,
  { rates }: Pick<Core, 'rates'>,
  limits: readonly RateLimit[] | undefined,
): Promise<void> {
  if (!limits) return
  response.once('close', () => {
    void rates.charge(limits, Number(request.headers['content-length'] ?? 0) + (notes.bytesOut ?? 0))
  })
  await rates.admit(limits)
}
