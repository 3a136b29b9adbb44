import type Router from '@koa/router'
import type { Context, Middleware } from 'koa'
import { S3Error } from '../core/errors.ts'
import { createExpiringMap } from './expiring-map.ts'
import { callContexts, type ContextOptions } from './call-contexts.ts'
import { everyone } from './contract/access.ts'
import { giveSession } from './calls/session-calls.ts'
import type { CallContext } from './call-context.ts'
import type { Core } from '../core/create-core.ts'
import type { ExternalOperator } from '../core/operators/external-operator.ts'

/** A provider that vouches for operators; see `operatorSignIn` in oidc/. */
interface ExternalSignIn<Ticket extends { readonly state: string }> {
  begin(redirectUri: string): Promise<{ readonly url: string; readonly ticket: Ticket }>
  finish(address: URL, ticket: Ticket): Promise<ExternalOperator>
}

interface OidcOptions<Ticket extends { readonly state: string }> extends ContextOptions {
  readonly core: Pick<Core, 'audit' | 'catalog' | 'clock' | 'operators'>
  readonly provider: ExternalSignIn<Ticket>
}

const path = '/session/oidc'
const cookieName = 'seau_oidc'
const lifeMs = 600_000
const mostAtOnce = 10_000

/** `GET /session/oidc` sends a browser to the provider, `…/callback` takes it back and lets it in. */
export function oidcRoutes<Ticket extends { readonly state: string }>(
  router: Router,
  options: OidcOptions<Ticket>,
): void {
  const { core, provider } = options
  const tickets = createExpiringMap<Ticket>({ clock: core.clock, lifeMs, most: mostAtOnce })
  const contextOf = callContexts({ ...options, allowsOtherSites: true })
  router.get(path, toldAtSignIn, async (ctx) => {
    const { origin } = await contextOf(ctx, everyone)
    const { url, ticket } = await provider.begin(`${origin}/admin${path}/callback`)
    tickets.put(ticket.state, ticket)
    setCookie(ctx, ticket.state, origin)
    ctx.redirect(url)
  })
  router.get(`${path}/callback`, toldAtSignIn, async (ctx) => {
    const context = await contextOf(ctx, everyone)
    const state = ctx.cookies.get(cookieName, { signed: false })
    const ticket = state === undefined ? undefined : tickets.take(state)
    if (!ticket)
      throw new S3Error('AccessDenied', { message: 'This sign-in took too long, or began elsewhere.' })
    const who = await provider.finish(new URL(ctx.url, context.origin), ticket)
    await signIn(core, who, context)
    ctx.redirect('/console/')
  })
}

/** People read what went wrong where they sign in; programs get the document of the error. */
const toldAtSignIn: Middleware = async (ctx, next) => {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof S3Error) || ctx.accepts('json', 'html') !== 'html') throw error
    ctx.redirect(`/console/sign-in?problem=${error.code}`)
  }
}

/** The browser that comes back must be the one that left. The provider sends it, so it can't be a strict cookie. */
function setCookie(ctx: Context, state: string, origin: string): void {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  const seconds = String(lifeMs / 1000)
  ctx.append(
    'Set-Cookie',
    `${cookieName}=${state}; Path=/admin${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
  )
}

async function signIn(
  core: OidcOptions<never>['core'],
  who: ExternalOperator,
  context: CallContext,
): Promise<void> {
  await giveSession(core, await core.operators.signInExternally(who, context.place), context)
  await core.audit.note({
    actor: `operator:${who.name}`,
    address: context.place.address,
    call: 'signInExternally',
    project: undefined,
    subject: { role: who.role },
    outcome: 'done',
  })
}
