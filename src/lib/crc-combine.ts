import type { CrcAlgorithm } from './checksum.ts'

/** A polynomial over GF(2) below degree 64, bit-reversed as in CRC registers: the highest bit of the register is x⁰. */
interface Polynomial {
  readonly high: number
  readonly low: number
}

interface Field {
  /** Bits of the register: 32 (kept in `low`) or 64. */
  readonly width: number
  readonly modulus: Polynomial
  /** x to the power of 8, 16, 32, …: what 1, 2, 4, … zero bytes multiply a register with. */
  readonly shifts: Polynomial[]
}

const fields: Readonly<Record<CrcAlgorithm, Field>> = {
  CRC32: { width: 32, modulus: { high: 0, low: 0xedb88320 }, shifts: [{ high: 0, low: 1 << 23 }] },
  CRC32C: { width: 32, modulus: { high: 0, low: 0x82f63b78 }, shifts: [{ high: 0, low: 1 << 23 }] },
  CRC64NVME: {
    width: 64,
    modulus: { high: 0x9a6c9329, low: 0xac4bc9b5 },
    shifts: [{ high: 1 << 23, low: 0 }],
  },
}

/** The checksum of two byte sequences one after the other, from the checksums of both and the second's length in bytes. */
export function combineCrc(
  algorithm: CrcAlgorithm,
  first: Buffer,
  second: Buffer,
  secondLength: number,
): Buffer {
  const field = fields[algorithm]
  const shifted = shiftBytes(field, read(first), secondLength)
  const { high, low } = read(second)
  return write(field, { high: shifted.high ^ high, low: shifted.low ^ low })
}

function shiftBytes(field: Field, register: Polynomial, length: number): Polynomial {
  let result = register
  // Not bit operators: a length may need more than 32 bits.
  for (let power = 0, rest = length; rest > 0; power += 1, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(field, result, shift(field, power))
  }
  return result
}

function shift(field: Field, power: number): Polynomial {
  const known = field.shifts[power]
  if (known) return known
  const root = shift(field, power - 1)
  return (field.shifts[power] = multiply(field, root, root))
}

function multiply({ width, modulus }: Field, left: Polynomial, right: Polynomial): Polynomial {
  let { high, low } = right
  let productHigh = 0
  let productLow = 0
  for (let bit = width - 1; bit >= 0; bit -= 1) {
    const isSet = bit < 32 ? (left.low >>> bit) & 1 : (left.high >>> (bit - 32)) & 1
    productHigh ^= isSet ? high : 0
    productLow ^= isSet ? low : 0
    const isOverflow = low & 1
    low = (low >>> 1) | (high << 31)
    high >>>= 1
    if (isOverflow) {
      high ^= modulus.high
      low ^= modulus.low
    }
  }
  return { high: productHigh, low: productLow }
}

const read = (crc: Buffer): Polynomial =>
  crc.length === 4
    ? { high: 0, low: crc.readInt32BE(0) }
    : { high: crc.readInt32BE(0), low: crc.readInt32BE(4) }

function write({ width }: Field, { high, low }: Polynomial): Buffer {
  const bytes = Buffer.allocUnsafe(width / 8)
  bytes.writeInt32BE(low | 0, width / 8 - 4)
  if (width === 64) bytes.writeInt32BE(high | 0, 0)
  return bytes
}
