/** What the user can mend: shown as its message alone, without a stack, and the command exits with 1. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
