/** The name or key of an actor such as `operator:anna`. */
export const nameOf = (actor: string): string => actor.slice(actor.indexOf(':') + 1)

/** Root keys sign in, too, but have no account: no password to change, no second factor, no passkey. */
export const hasAccount = (actor: string): boolean => actor.startsWith('operator:')
