import type { Context } from 'koa'
import { nobody, type CallContext } from './call-context.ts'
import { refuseOtherSites } from './cross-site.ts'
import { cookieName, sessionCookie } from './session-cookie.ts'
import type { Access } from './contract/access.ts'
import type { Actor } from '../core/operators/actor.ts'
import type { FailureLimit } from './failure-limit.ts'
import type { OperatorRequest } from './authenticate-operator.ts'
import type { OriginOf } from '../http/forwarded.ts'

export interface ContextOptions {
  /** Rejects with S3Error unless the request comes from somebody who may use the API. */
  readonly authenticate: (request: OperatorRequest) => Promise<Actor>
  readonly originOf: OriginOf
  readonly failures: FailureLimit
  /** Whether pages elsewhere may send browsers here. */
  readonly allowsOtherSites?: boolean
}

/** Finds out who makes a call; throws AccessDenied or SlowDown. */
export const callContexts =
  ({ authenticate, originOf, failures, allowsOtherSites = false }: ContextOptions) =>
  async (ctx: Context, access: Access): Promise<CallContext> => {
    const { remoteAddress: address = '', scheme, host = '' } = originOf(ctx.req)
    const { headers } = ctx.req
    const origin = `${scheme}://${host}`
    const request = {
      method: ctx.method,
      headers,
      sessionToken: ctx.cookies.get(cookieName, { signed: false }),
      address,
      origin,
    }
    const asked = {
      place: { address, agent: headers['user-agent'] ?? '' },
      origin,
      cookie: sessionCookie(ctx, { isSecure: scheme === 'https' }),
    }
    if (access.who !== 'everyone') return { ...asked, actor: await authenticate(request) }
    if (!allowsOtherSites) refuseOtherSites(request)
    failures.refuse(address)
    return { ...asked, actor: nobody }
  }
