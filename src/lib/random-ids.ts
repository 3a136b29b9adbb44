import { randomBytes, randomUUID } from 'node:crypto'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const letters = (count: number) => Array.from(randomBytes(count), (byte) => base32[byte % 32]).join('')

/** Ids of temporary credentials begin so, as AWS's do. */
export const temporaryPrefix = 'ASIA'

/** Ids that nobody can guess. */
export const randomIds = {
  uuid: (): string => randomUUID(),
  hex: (bytes: number): string => randomBytes(bytes).toString('hex'),
  /** Twenty letters and digits, as AWS's. */
  accessKeyId: (): string => `SEAU${letters(16)}`,
  /** As AWS's, for keys that go with a token. */
  temporaryKeyId: (): string => `${temporaryPrefix}${letters(16)}`,
  /** Four letters that tell the kind, and 17 more. */
  entityId: (prefix: string): string => `${prefix}${letters(17)}`,
  /** Forty letters and digits: nothing that a shell, a URL or an INI file takes for something else, such as a leading hyphen. */
  secretKey: (): string => randomBytes(30).toString('base64url').replaceAll('-', 'a').replaceAll('_', 'b'),
}
