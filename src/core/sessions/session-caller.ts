import { S3Error } from '../errors.ts'
import { compileIdentityPolicy } from '../policy/identity-policy.ts'
import { keyLimits, type Limit } from '../policy/limit.ts'
import { boundaryOf, federatedPrincipal, rolePrincipal, userPrincipal } from './principals.ts'
import type { Identity } from '../iam/identity.ts'
import type { Principal } from '../iam/principal.ts'
import type { ProjectCaller } from '../caller.ts'
import type { Session } from './session.ts'

/** On whose behalf a session acts now, and within what limits. */
export type SessionRights = Pick<ProjectCaller, 'principal' | 'limits' | 'session'>

/** Compiled once for each session that is remembered, and again when its identity has changed. */
const known = new WeakMap<
  Session,
  { readonly identity: Identity | undefined; readonly rights: SessionRights }
>()

/**
 * The rights of a session whose user or role is what the catalog says now. Throws ExpiredToken for one that was begun before the
 * sessions of its user or role were revoked.
 */
export function sessionRights(session: Session, identity: Identity | undefined): SessionRights {
  if (identity && session.issuedAt <= identity.sessionsNotBefore) throw new S3Error('ExpiredToken')
  const before = known.get(session)
  if (before && before.identity === identity) return before.rights
  const rights = { session, principal: principalOf(session, identity), limits: limitsOf(session, identity) }
  known.set(session, { identity, rights })
  return rights
}

function principalOf(session: Session, identity: Identity | undefined): Principal | undefined {
  if (session.kind === 'federated-user') return federatedPrincipal(identity, session)
  if (!identity) return undefined
  return identity.kind === 'role' ? rolePrincipal(identity, session) : userPrincipal(identity)
}

function limitsOf(session: Session, identity: Identity | undefined): readonly Limit[] | undefined {
  const boundary = identity && boundaryOf(identity)
  const limits = [
    ...(keyLimits(session.keyPolicy) ?? []),
    ...sessionLimits(session),
    ...(boundary ? [boundary] : []),
  ]
  return limits.length === 0 ? undefined : limits
}

function sessionLimits({ policies, kind }: Session): readonly Limit[] {
  // A federated user without a policy may do what resources grant by name, and nothing else.
  const documents = policies ?? (kind === 'federated-user' ? [] : undefined)
  if (!documents) return []
  return [
    {
      kind: 'session',
      policies: documents.map((document, index) =>
        compileIdentityPolicy(`session/${String(index)}`, document),
      ),
    },
  ]
}
