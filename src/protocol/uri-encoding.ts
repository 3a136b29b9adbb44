const unreserved = /^[A-Za-z0-9\-._~]*$/
const unreservedPath = /^[A-Za-z0-9\-._~/]*$/
const encodedBytes = Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  return unreserved.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
})

// Text from a request line has one character per byte. A % that starts no escape stands for itself.
const decodedBytes = (text: string) =>
  text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

const encodeBytes = (bytes: string, reserved: RegExp) =>
  bytes.replace(reserved, (character) => encodedBytes[character.charCodeAt(0) & 0xff] ?? '')

/** A path as AWS's UriEncode writes it, whichever characters the client left unencoded. */
export const canonicalPath = (path: string): string =>
  unreservedPath.test(path) ? path : encodeBytes(decodedBytes(path), /[^A-Za-z0-9\-._~/]/g)

/** A query name or value as AWS's UriEncode writes it; `+` is a space, as S3 reads it. */
export const canonicalParameter = (text: string): string =>
  unreserved.test(text) ? text : encodeBytes(decodedBytes(text.replaceAll('+', ' ')), /[^A-Za-z0-9\-._~]/g)

/** A query name or value decoded as UTF-8; `+` is a space, and what is not UTF-8 becomes U+FFFD. */
export const decodeParameter = (text: string): string =>
  unreserved.test(text) ? text : Buffer.from(decodedBytes(text.replaceAll('+', ' ')), 'latin1').toString()
