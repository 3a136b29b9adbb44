import { S3Error } from '../errors.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import type { DigestsOf } from '../../lib/digests.ts'
import type { DigestClaims } from './digest-claims.ts'

/** Throws BadDigest or XAmzContentSHA256Mismatch when the bytes do not hash to what the client said. */
export function checkClaims(
  { md5, sha256, checksums }: DigestClaims,
  digests: DigestsOf<ChecksumAlgorithm>,
): void {
  if (sha256 !== undefined) checkSha256(sha256, digests.SHA256.toString('hex'))
  if (md5 && !md5.equals(digests.MD5)) {
    throw new S3Error('BadDigest', {
      message: 'The Content-MD5 you specified did not match what we received.',
      detail: { ExpectedDigest: md5.toString('base64'), CalculatedDigest: digests.MD5.toString('base64') },
    })
  }
  for (const [algorithm, claimed] of checksums ?? []) {
    if (claimed !== digests[algorithm].toString('base64')) {
      throw new S3Error('BadDigest', {
        message: `The ${algorithm} you specified did not match the calculated checksum.`,
      })
    }
  }
}

function checkSha256(claimed: string, computed: string): void {
  if (claimed === computed) return
  throw new S3Error('XAmzContentSHA256Mismatch', {
    detail: { ClientComputedContentSHA256: claimed, S3ComputedContentSHA256: computed },
  })
}
