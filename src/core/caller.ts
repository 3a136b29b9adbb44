import type { ContextValues } from './policy/language/context.ts'
import type { Limit } from './policy/limit.ts'
import type { Principal } from './iam/principal.ts'
import type { Project } from './projects/project.ts'
import type { RateLimit } from './usage/rates.ts'
import type { Session } from './sessions/session.ts'

/** Who makes a request, as far as the signature proved it. */
export type Caller = AnonymousCaller | ProjectCaller

interface AnonymousCaller {
  readonly kind: 'anonymous'
  /** Absent: the one that most projects share. */
  readonly namespace?: string
  readonly request?: ContextValues
  readonly requestId?: string
}

/** A project's root, or somebody in it. */
export interface ProjectCaller {
  readonly kind: 'project'
  readonly project: Project
  readonly accessKeyId: string
  /** Where plain bucket names are looked up, if not where the project has its own. */
  readonly namespace?: string
  /** Absent: the project's root, which may do everything with what the project owns. */
  readonly principal?: Principal | undefined
  /** What has to allow as well, whatever else does; binds the root too. */
  readonly limits?: readonly Limit[] | undefined
  /** What the temporary key says of itself, if it is one. */
  readonly session?: Session | undefined
  /** How much may be asked in a second, of the project and of the key; absent for most. */
  readonly rates?: readonly RateLimit[] | undefined
  /** What policies may ask of the request that the caller makes. */
  readonly request?: ContextValues
  /** As the log has it. */
  readonly requestId?: string
}

export const anonymous: Caller = { kind: 'anonymous' }

/** The project itself, where the server acts for it. */
export const projectCaller = (project: Project): ProjectCaller => ({
  kind: 'project',
  project,
  accessKeyId: '',
})

/** The namespace in which the caller's plain bucket names are looked up. */
export const namespaceOf = (caller: Caller): string =>
  caller.namespace ?? (caller.kind === 'project' ? caller.project.namespace : '')
