import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** As many digits to the base 62 as a CRC-32 needs. */
const checksumDigits = 6

/** Letters and digits that nobody can guess. */
export const randomText = (length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')

/** A text with its checksum behind it: what was cut off or mistyped is told from what is unknown, and scanners for leaked keys can be sure. */
export const withChecksum = (text: string): string => text + checksumOf(text)

/** The text in front of its checksum; undefined when that does not fit. */
export function checkedText(token: string): string | undefined {
  const text = token.slice(0, -checksumDigits)
  return token === withChecksum(text) ? text : undefined
}

function checksumOf(text: string): string {
  let rest = crc32(text)
  let digits = ''
  for (let n = 0; n < checksumDigits; n++) {
    digits = alphabet.charAt(rest % alphabet.length) + digits
    rest = Math.floor(rest / alphabet.length)
  }
  return digits
}
