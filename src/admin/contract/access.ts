/** By what a member of the input leads to a project. */
export type Named = 'project' | 'access key' | 'API key' | 'kms key'

interface ProjectOf {
  /** Of the input. */
  readonly member: string
  readonly named: Named
}

/**
 * Who may make a call. Operators may make all; project admins and viewers those that say so, about the projects that they are confined to,
 * if they are.
 */
export type Access =
  | { readonly who: 'everyone' }
  | { readonly who: 'signed-in' }
  | { readonly who: 'operators' }
  | { readonly who: 'project-admins'; readonly of: ProjectOf }
  | { readonly who: 'viewers'; readonly of?: ProjectOf | undefined; readonly isFiltered?: boolean }

/** Also without having signed in. */
export const everyone: Access = { who: 'everyone' }

/** Each about himself. */
export const signedIn: Access = { who: 'signed-in' }

export const operators: Access = { who: 'operators' }

export const projectAdmins = (member: string, named: Named = 'project'): Access => ({
  who: 'project-admins',
  of: { member, named },
})

/** The call shows each actor what it reaches, where the input names no project. */
export const filtered = (member: string): Access => ({
  who: 'viewers',
  of: { member, named: 'project' },
  isFiltered: true,
})

/** Without a member: about nothing of a project. */
export const viewers = (member?: string, named: Named = 'project'): Access => ({
  who: 'viewers',
  of: member === undefined ? undefined : { member, named },
})
