/** A WebAuthn credential of an operator; times are milliseconds since 1970. */
export interface Passkey {
  /** The credential's id, in base64url. */
  readonly id: string
  readonly operatorId: string
  /** What its holder calls it. */
  readonly name: string
  /** In COSE form. */
  readonly publicKey: Buffer
  /** How often it has signed, by its own count. */
  readonly counter: number
  /** How browsers reach it: `usb`, `internal`, … */
  readonly transports: readonly string[]
  readonly createdAt: number
  readonly usedAt: number | undefined
}
