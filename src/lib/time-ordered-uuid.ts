import { randomFillSync } from 'node:crypto'

const uuidLength = 16
const pool = Buffer.allocUnsafe(256 * uuidLength)
let used = pool.length

/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds since 1970, then random bits. */
export function timeOrderedUuid(now: number): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, (used += uuidLength))
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The moment in the UUID, in milliseconds since 1970. */
export const timeOfUuid = (uuid: string): number => Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
