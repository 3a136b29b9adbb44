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

const outerScratch = Buffer.alloc(blockBytes + digestBytes)
const innerScratch = Buffer.alloc(1024)

// Two one-shot hashes: createHmac costs several times as much, most of all on Node 24. The digest in between comes as
// a latin1 string, because a Buffer of its own would cost more than the hash.
function outerInput(key: HmacKey, data: string | Buffer): Buffer {
  const length = blockBytes + Buffer.byteLength(data)
  const inner = length > innerScratch.length ? Buffer.allocUnsafe(length) : innerScratch.subarray(0, length)
  inner.set(key.inner)
  if (typeof data === 'string') inner.write(data, blockBytes)
  else inner.set(data, blockBytes)
  outerScratch.set(key.outer)
  outerScratch.write(hash('sha256', inner, 'binary'), blockBytes, 'latin1')
  return outerScratch
}

/** The HMAC-SHA256 of a message (strings are taken as UTF-8), as 32 bytes. */
export const hmacSha256 = (key: HmacKey, data: string | Buffer): Buffer =>
  hash('sha256', outerInput(key, data), 'buffer')

/** The HMAC-SHA256 of a message (strings are taken as UTF-8), as 64 lower-case hexadecimal digits. */
export const hmacSha256Hex = (key: HmacKey, data: string | Buffer): string =>
  hash('sha256', outerInput(key, data), 'hex')
