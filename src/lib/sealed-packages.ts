import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * Bytes encrypted with AES-256-GCM in packages that open one by one, so that a slice costs what it covers. Each package has its number
 * as nonce and tells whether it is the last one, so that none can be moved, left out or cut off: a key seals one text and no other.
 */

const packageBytes = 64 * 1024
const tagBytes = 16
const sealedPackageBytes = packageBytes + tagBytes

/** Inclusive, as in HTTP. */
interface Slice {
  readonly start: number
  readonly end: number
}

/** Where the plain bytes that are wanted lie: a slice of so many bytes in all. */
export interface PlainSlice {
  readonly size: number
  readonly slice: Slice
}

export class PackageBroken extends Error {
  override readonly name = 'PackageBroken'
}

/** In bytes, of a text of `size` bytes; nothing at all is one empty package. */
export const sealedSize = (size: number): number => size + tagBytes * (lastPackage(size) + 1)

/** The sealed bytes that are needed for a slice of the plain ones. */
export function sealedSlice({ size, slice }: PlainSlice): Slice {
  const start = packageOf(slice.start) * sealedPackageBytes
  const end = Math.min((packageOf(slice.end) + 1) * sealedPackageBytes, sealedSize(size)) - 1
  return { start, end }
}

/** `key` has 32 bytes, here and below. */
export function sealBytes(key: Buffer, data: Buffer): Buffer {
  const last = lastPackage(data.length)
  const sealed: Buffer[] = []
  for (let number = 0; number <= last; number++) {
    const plain = data.subarray(number * packageBytes, (number + 1) * packageBytes)
    sealed.push(...sealPackage(key, plain, nonceOf(number, number === last)))
  }
  return Buffer.concat(sealed)
}

export async function* sealStream(key: Buffer, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { bytes, isLast } of inPackages(source, packageBytes)) {
    yield Buffer.concat(sealPackage(key, bytes, nonceOf(number, isLast)))
    number += 1
  }
}

/** Opens what `sealedSlice` has named. Throws PackageBroken when the bytes are not what was sealed with this key. */
export function openBytes(key: Buffer, sealed: Buffer, wanted: PlainSlice): Buffer {
  const open = packageOpener(key, wanted)
  const plain: Buffer[] = []
  for (let at = 0; at < sealed.length; at += sealedPackageBytes)
    plain.push(open(sealed.subarray(at, at + sealedPackageBytes)))
  return plain.length === 1 && plain[0] ? plain[0] : Buffer.concat(plain)
}

/** The same piece by piece; what it yields is intact, and only the end tells whether all of it came. */
export async function* openStream(
  key: Buffer,
  sealed: AsyncIterable<Buffer>,
  wanted: PlainSlice,
): AsyncGenerator<Buffer> {
  const open = packageOpener(key, wanted)
  for await (const { bytes } of inPackages(sealed, sealedPackageBytes)) yield open(bytes)
}

/** Opens one package after the other, and cuts the first and the last down to what is wanted. */
function packageOpener(key: Buffer, { size, slice }: PlainSlice): (sealed: Buffer) => Buffer {
  const last = lastPackage(size)
  let number = packageOf(slice.start)
  return (sealed) => {
    const plain = openPackage(key, sealed, nonceOf(number, number === last))
    const offset = number * packageBytes
    number += 1
    return plain.subarray(Math.max(slice.start - offset, 0), slice.end - offset + 1)
  }
}

function sealPackage(key: Buffer, plain: Buffer, nonce: Buffer): readonly [Buffer, Buffer] {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = cipher.update(plain)
  cipher.final() // Of a stream cipher it is empty.
  return [sealed, cipher.getAuthTag()]
}

function openPackage(key: Buffer, sealed: Buffer, nonce: Buffer): Buffer {
  if (sealed.length < tagBytes) throw new PackageBroken('A package of encrypted bytes is too short.')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  const plain = decipher.update(sealed.subarray(0, -tagBytes))
  try {
    decipher.final()
  } catch (cause) {
    throw new PackageBroken('Encrypted bytes were changed, or sealed with another key.', { cause })
  }
  return plain
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce[7] = isLast ? 1 : 0
  nonce.writeUInt32BE(number, 8)
  return nonce
}

/** Cuts a stream; there is always a last one, which may be shorter, or empty. The bytes stay as they are until the next is asked for. */
async function* inPackages(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  const filling = Buffer.allocUnsafeSlow(size)
  let filled = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      if (filled === size) {
        yield { bytes: filling, isLast: false }
        filled = 0
      }
      const copied = chunk.copy(filling, filled, at)
      filled += copied
      at += copied
    }
  }
  yield { bytes: filling.subarray(0, filled), isLast: true }
}

const packageOf = (offset: number) => Math.floor(offset / packageBytes)
const lastPackage = (size: number) => packageOf(Math.max(size - 1, 0))
