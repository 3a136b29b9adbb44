import { S3Error } from '../../core/errors.ts'
import { csrfToken } from '../cross-site.ts'
import { isoTime } from '../../lib/iso-time.ts'
import { reachedNames } from '../project-names.ts'
import type { Actor } from '../../core/operators/actor.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { Session } from '../../core/operators/session.ts'

type SessionOutput = OutputOf<'getSession'>

/** Signing in and out. */
export const sessionCalls = (core: Core, oidcHost: string | undefined) => ({
  getSignInOptions: () => Promise.resolve({ oidc: oidcHost ?? null }),
  signIn: async (claim: InputOf<'signIn'>, context: CallContext) =>
    giveSession(core, await core.operators.signIn(claim, context.place), context),
  getSession: (_: unknown, { actor }: CallContext) => sessionOutput(core, actor),
  signOut: async (_: unknown, { actor, cookie }: CallContext) => {
    await core.operators.endSession(actor, { everywhere: false })
    cookie.drop()
  },
  listSessions: async (_: unknown, { actor }: CallContext) => ({
    sessions: (await core.operators.listSessions(actor)).map((session) => openSessionOutput(session, actor)),
  }),
  signOutEverywhere: async (_: unknown, { actor, cookie }: CallContext) => {
    await core.operators.endSession(actor, { everywhere: true })
    cookie.drop()
  },
  changePassword: async (
    { password, newPassword }: InputOf<'changePassword'>,
    { actor, cookie }: CallContext,
  ) => {
    await core.operators.changePassword(operatorOf(actor).id, { password, newPassword })
    cookie.drop()
  },
})

/** Puts a new session into the browser's cookie. */
export async function giveSession(
  core: Pick<Core, 'operators' | 'catalog'>,
  { token, session }: { readonly token: string; readonly session: Session },
  { cookie }: Pick<CallContext, 'cookie'>,
): Promise<SessionOutput> {
  const actor = await core.operators.findActor(token)
  if (!actor) throw new S3Error('AccessDenied')
  cookie.give(token, session.expiresAt)
  return sessionOutput(core, actor)
}

/** Throws InvalidArgument for root keys and commands, which have no account. */
export function operatorOf({ operator }: Actor): NonNullable<Actor['operator']> {
  if (operator) return operator
  throw new S3Error('InvalidArgument', { message: 'This is for operators with an account of their own.' })
}

async function sessionOutput({ catalog }: Pick<Core, 'catalog'>, actor: Actor): Promise<SessionOutput> {
  const { name, role, operator, session } = actor
  return {
    actor: name,
    role,
    projects: await reachedNames(catalog, actor),
    csrfToken: session ? csrfToken(session) : null,
    expiresAt: session ? isoTime(session.expiresAt) : null,
    hasSecondFactor: operator?.secondFactor?.isConfirmed ?? false,
  }
}

const openSessionOutput = (session: Session, { session: own }: Actor) => ({
  address: session.address,
  agent: session.agent,
  createdAt: isoTime(session.createdAt),
  seenAt: isoTime(session.seenAt),
  expiresAt: isoTime(session.expiresAt),
  isOwn: session.tokenHash === own?.tokenHash,
})
