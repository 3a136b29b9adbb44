import { Secret, TOTP } from 'otpauth'

const periodSeconds = 30
const secretBytes = 20
/** Of clocks that are not quite right, in periods. */
const tolerance = 1

/** In base32. */
export const newTotpSecret = (): string => new Secret({ size: secretBytes }).base32

/** What authenticator apps read as a QR code. */
export const totpUrl = (secret: string, { issuer, account }: { issuer: string; account: string }): string =>
  new TOTP({ issuer, label: account, secret, period: periodSeconds }).toString()

/** The code of a moment, in milliseconds since 1970. */
export const totpCode = (secret: string, now: number): string =>
  new TOTP({ secret, period: periodSeconds }).generate({ timestamp: now })

/** The time step that a code belongs to, when it is one of about now (milliseconds since 1970). See RFC 6238. */
export function totpStep(secret: string, code: string, now: number): number | undefined {
  const totp = new TOTP({ secret, period: periodSeconds })
  const delta = totp.validate({ token: code, window: tolerance, timestamp: now })
  return delta === null ? undefined : Math.floor(now / 1000 / periodSeconds) + delta
}
