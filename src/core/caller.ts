import type { Project } from './projects/project.ts'

/** Who makes a request, as far as the signature proved it. */
export type Caller = { readonly kind: 'anonymous' } | ProjectCaller

/** A project's root: may do everything with what the project owns. */
export interface ProjectCaller {
  readonly kind: 'project'
  readonly project: Project
  readonly accessKeyId: string
}

export const anonymous: Caller = { kind: 'anonymous' }

/** The namespace in which the caller's plain bucket names are looked up. */
export const namespaceOf = (caller: Caller): string =>
  caller.kind === 'project' ? caller.project.namespace : ''
