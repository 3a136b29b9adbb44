import { limitRate } from './limit-rate.ts'
import { noteCaller } from './note-caller.ts'
import { requestFacts } from './request-facts.ts'
import type { Call } from './call.ts'
import type { LinkMethod, OpenedLink } from '../core/links/link.ts'

type LinkCall = Pick<Call, 'core' | 'exchange'> & {
  readonly input: { readonly token: string; readonly expires: string }
}

/** The link that a request shows; its caller is the key that signed it, on this request. Throws what `core.links.open` throws, SlowDown. */
export async function openShownLink(
  { core, exchange, input }: LinkCall,
  method: LinkMethod,
): Promise<OpenedLink> {
  const link = await core.links.open({ token: input.token, expires: input.expires, method })
  const request = requestFacts({ exchange, now: core.clock.now() })
  const caller = { ...link.caller, request, requestId: exchange.notes.requestId }
  const { bucket, key } = link.terms
  noteCaller(exchange, caller)
  Object.assign(exchange.notes.subject, { bucket, key })
  await limitRate(exchange, core, caller.rates)
  return { ...link, caller }
}
