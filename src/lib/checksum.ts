import { createHash, hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { crc32c } from '@node-rs/crc32'
import type { IncrementalChecksum } from './incremental-checksum.ts'
import { createWasmChecksum, loadWasmChecksums, wasmAlgorithms, type WasmAlgorithm } from './wasm-checksum.ts'

/** Digest lengths in bytes, by the names of https://docs.aws.amazon.com/AmazonS3/latest/API/API_Checksum.html */
const lengths = {
  CRC32: 4,
  CRC32C: 4,
  CRC64NVME: 8,
  MD5: 16,
  SHA1: 20,
  SHA256: 32,
  SHA512: 64,
  XXHASH64: 8,
  XXHASH3: 8,
  XXHASH128: 16,
} as const

export type ChecksumAlgorithm = keyof typeof lengths
export type CrcAlgorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME'

export const checksumAlgorithms = Object.keys(lengths) as readonly ChecksumAlgorithm[]

export const isChecksumAlgorithm = (name: string): name is ChecksumAlgorithm => Object.hasOwn(lengths, name)

/** The length of a digest in bytes. */
export const checksumLength = (algorithm: ChecksumAlgorithm): number => lengths[algorithm]

/** The header, trailer and form field of the algorithm: `x-amz-checksum-crc32c`. */
export const checksumHeader = (algorithm: ChecksumAlgorithm): string =>
  `x-amz-checksum-${algorithm.toLowerCase()}`

/** Whether the checksum of a whole object follows from those of its parts: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html */
export const isFullObjectCapable = (algorithm: ChecksumAlgorithm): algorithm is CrcAlgorithm =>
  algorithm === 'CRC32' || algorithm === 'CRC32C' || algorithm === 'CRC64NVME'

/** Whether a multipart object may have a checksum of its parts' checksums. */
export const isCompositeCapable = (algorithm: ChecksumAlgorithm): boolean => algorithm !== 'CRC64NVME'

/** Await it (undefined when there is nothing to wait for) before these algorithms are used: some are compiled on first use, in 30 to 60 ms. */
export function loadChecksums(
  algorithms: readonly ChecksumAlgorithm[] = checksumAlgorithms,
): Promise<void> | undefined {
  return loadWasmChecksums(algorithms.filter(isWasmAlgorithm))
}

/** A checksum fed chunk by chunk. */
export function createChecksum(algorithm: ChecksumAlgorithm): IncrementalChecksum {
  switch (algorithm) {
    case 'CRC32':
      return createCrc(crc32)
    case 'CRC32C':
      return createCrc(crc32c)
    case 'MD5':
    case 'SHA1':
    case 'SHA256':
    case 'SHA512':
      return createHash(algorithm)
    default:
      return createWasmChecksum(algorithm)
  }
}

/** The checksum of one buffer, by the fastest way there is. */
export function checksumOf(algorithm: ChecksumAlgorithm, data: Uint8Array): Buffer {
  switch (algorithm) {
    case 'CRC32':
      return crcBytes(crc32(data))
    case 'CRC32C':
      return crcBytes(crc32c(data))
    case 'MD5':
    case 'SHA1':
    case 'SHA256':
    case 'SHA512':
      return hash(algorithm, data, 'buffer')
    default:
      return wasmChecksumOf(algorithm, data)
  }
}

/** `checksumOf` in base64, the form in which S3 sends checksums. */
export const base64ChecksumOf = (algorithm: ChecksumAlgorithm, data: Uint8Array): string =>
  checksumOf(algorithm, data).toString('base64')

/** The digest that a client sent in base64; undefined when it is not one of the algorithm's length, written canonically. */
export function parseChecksum(algorithm: ChecksumAlgorithm, text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === lengths[algorithm] && bytes.toString('base64') === text ? bytes : undefined
}

const isWasmAlgorithm = (algorithm: ChecksumAlgorithm): algorithm is WasmAlgorithm =>
  (wasmAlgorithms as readonly ChecksumAlgorithm[]).includes(algorithm)

function createCrc(continueCrc: (chunk: Uint8Array, state: number) => number): IncrementalChecksum {
  let state = 0
  return {
    update(chunk) {
      state = continueCrc(chunk, state)
    },
    digest: () => crcBytes(state),
  }
}

function crcBytes(crc: number): Buffer {
  const bytes = Buffer.allocUnsafe(4)
  bytes.writeUInt32BE(crc)
  return bytes
}

function wasmChecksumOf(algorithm: WasmAlgorithm, data: Uint8Array): Buffer {
  const checksum = createWasmChecksum(algorithm)
  checksum.update(data)
  return checksum.digest()
}
