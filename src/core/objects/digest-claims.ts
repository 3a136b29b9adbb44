import type { ChecksumAlgorithm } from '../../lib/checksum.ts'

/** What a client says its bytes hash to. */
export interface DigestClaims {
  /** Content-MD5: 16 bytes. */
  readonly md5?: Buffer
  /** x-amz-content-sha256: 64 hexadecimal digits. */
  readonly sha256?: string
  /** x-amz-checksum-*, from headers or trailers, in base64. */
  readonly checksums?: ReadonlyMap<ChecksumAlgorithm, string>
}
