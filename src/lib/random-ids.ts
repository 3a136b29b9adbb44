import { randomBytes, randomUUID } from 'node:crypto'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Ids that nobody can guess. */
export const randomIds = {
  uuid: (): string => randomUUID(),
  hex: (bytes: number): string => randomBytes(bytes).toString('hex'),
  /** Twenty letters and digits, as AWS's. */
  accessKeyId: (): string => `SEAU${Array.from(randomBytes(16), (byte) => base32[byte % 32]).join('')}`,
  /** Forty letters and digits: nothing that a shell, a URL or an INI file takes for something else, such as a leading hyphen. */
  secretKey: (): string => randomBytes(30).toString('base64url').replaceAll('-', 'a').replaceAll('_', 'b'),
}
