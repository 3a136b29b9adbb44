import type { ContextValues } from './policy/language/context.ts'
import type { Policy } from './policy/language/policy.ts'
import type { Principal } from './iam/principal.ts'
import type { Project } from './projects/project.ts'

/** Who makes a request, as far as the signature proved it. */
export type Caller = AnonymousCaller | ProjectCaller

interface AnonymousCaller {
  readonly kind: 'anonymous'
  readonly request?: ContextValues
  readonly requestId?: string
}

/** A project's root, or somebody in it. */
export interface ProjectCaller {
  readonly kind: 'project'
  readonly project: Project
  readonly accessKeyId: string
  /** Absent: the project's root, which may do everything with what the project owns. */
  readonly principal?: Principal | undefined
  /** Policies that have to allow as well, whatever else does: of the access key, the session, the permissions boundary. */
  readonly limits?: readonly Policy[] | undefined
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
  caller.kind === 'project' ? caller.project.namespace : ''
