/** Name and password that were right, while a code is still missing. */
export interface Claim {
  readonly name: string
  readonly password: string
}
