/** Whom policies can be given to. */
export interface Principal {
  readonly kind: 'user' | 'group' | 'role'
  readonly name: string
}

/** As the names of IAM's operations have it: `Attach${…}Policy`. */
export const inActions = { user: 'User', group: 'Group', role: 'Role' } as const satisfies Record<
  Principal['kind'],
  string
>

/** As the inputs of IAM's operations name it. */
export function whose({ kind, name }: Principal) {
  if (kind === 'user') return { UserName: name }
  return kind === 'group' ? { GroupName: name } : { RoleName: name }
}
