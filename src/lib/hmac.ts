import { hash } from 'node:crypto'

const blockBytes = 64
const digestBytes = 32

/** An HMAC-SHA256 key in the form in which it is used: its two padded blocks, worked out once. */
export interface HmacKey {
  readonly inner: Buffer
  readonly outer: Buffer
}

/** Prepares a secret of any length (strings are taken as UTF-8) for `hmacSha256`. */
export function hmacKey(secret: string | Buffer): HmacKey {
  const bytes = typeof secret === 'string' ? Buffer.from(secret) : secret
  const short = bytes.length > blockBytes ? hash('sha256', bytes, 'buffer') : bytes
  const inner = Buffer.alloc(blockBytes, 0x36)
  const outer = Buffer.alloc(blockBytes, 0x5c)
  for (let at = 0; at < short.length; at++) {
    const byte = short[at] ?? 0
    inner[at] = byte ^ 0x36
    outer[at] = byte ^ 0x5c
  }
  return { inner, outer }
}

// Two one-shot hashes: createHmac costs several times as much, most of all on Node 24.
function outerInput(key: HmacKey, data: string | Buffer): Buffer {
  const length = typeof data === 'string' ? Buffer.byteLength(data) : data.length
  const innerInput = Buffer.allocUnsafe(blockBytes + length)
  innerInput.set(key.inner)
  if (typeof data === 'string') innerInput.write(data, blockBytes)
  else innerInput.set(data, blockBytes)
  const input = Buffer.allocUnsafe(blockBytes + digestBytes)
  input.set(key.outer)
  input.set(hash('sha256', innerInput, 'buffer'), blockBytes)
  return input
}

/** The HMAC-SHA256 of a message (strings are taken as UTF-8), as 32 bytes. */
export const hmacSha256 = (key: HmacKey, data: string | Buffer): Buffer =>
  hash('sha256', outerInput(key, data), 'buffer')

/** The HMAC-SHA256 of a message (strings are taken as UTF-8), as 64 lower-case hexadecimal digits. */
export const hmacSha256Hex = (key: HmacKey, data: string | Buffer): string =>
  hash('sha256', outerInput(key, data), 'hex')
