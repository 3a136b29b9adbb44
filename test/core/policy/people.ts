import { boundaryOf, userPrincipal } from '../../../src/core/sessions/principals.ts'
import { sessionRights } from '../../../src/core/sessions/session-caller.ts'
import { callerOf } from '../projects.ts'
import type { Identity } from '../../../src/core/iam/identity.ts'
import type { Project } from '../../../src/core/projects/project.ts'
import type { ProjectCaller } from '../../../src/core/caller.ts'
import type { Session } from '../../../src/core/sessions/session.ts'

export type StatementText = Readonly<Record<string, unknown>>

/** A document of an identity; statements allow everything unless they say otherwise. */
export const documentOf = (...statements: readonly StatementText[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...statement })),
  })

interface Described {
  readonly kind?: 'user' | 'role'
  readonly policies?: readonly string[]
  readonly boundary?: string
  readonly tags?: Identity['tags']
  readonly trustPolicy?: string
  readonly sessionsNotBefore?: number
}

/** The user ann or the role reader of a project. */
export function identityOf(project: Project, described: Described = {}): Identity {
  const { kind = 'user', policies = [], boundary, tags = [], trustPolicy, sessionsNotBefore = 0 } = described
  const name = kind === 'user' ? 'ann' : 'reader'
  return {
    kind,
    id: kind === 'user' ? 'AIDAANN' : 'AROAREADER',
    projectId: project.id,
    name,
    path: '/',
    arn: `arn:aws:iam::${project.id}:${kind}/${name}`,
    tags,
    policies: policies.map((document, index) => ({ name: `policy-${String(index)}`, document })),
    boundary: boundary === undefined ? undefined : { name: 'boundary', document: boundary },
    trustPolicy,
    maxSessionSeconds: 3600,
    sessionsNotBefore,
  }
}

export function userOf(project: Project, described: Omit<Described, 'kind'> = {}): ProjectCaller {
  const user = identityOf(project, described)
  const boundary = boundaryOf(user)
  return { ...callerOf(project), principal: userPrincipal(user), limits: boundary && [boundary] }
}

export const sessionOf = (project: Project, changes: Partial<Session> = {}): Session => ({
  kind: 'assumed-role',
  projectId: project.id,
  identityId: undefined,
  name: 'visit',
  issuedAt: 1_000,
  expiresAt: 2_000,
  policies: undefined,
  keyPolicy: undefined,
  tags: {},
  transitiveTagKeys: [],
  sourceIdentity: undefined,
  claims: {},
  ...changes,
})

/** A session of the role reader, named visit. */
export const roleSessionOf = (
  project: Project,
  described: Omit<Described, 'kind'> = {},
  session: Partial<Session> = {},
): ProjectCaller => ({
  ...callerOf(project),
  ...sessionRights(sessionOf(project, session), identityOf(project, { ...described, kind: 'role' })),
})

/** The federated user guest, for whom the user ann asked, or the project's root. */
export const federatedOf = (
  project: Project,
  user: Identity | undefined,
  session: Partial<Session> = {},
): ProjectCaller => ({
  ...callerOf(project),
  ...sessionRights(sessionOf(project, { kind: 'federated-user', name: 'guest', ...session }), user),
})
