import { combineCrc } from '../../lib/crc-combine.ts'
import {
  checksumOf,
  isCompositeCapable,
  isFullObjectCapable,
  type ChecksumAlgorithm,
} from '../../lib/checksum.ts'
import { S3Error } from '../errors.ts'
import type { Checksum } from '../objects/object-version.ts'
import type { Part, Upload } from './upload.ts'

type ChecksumType = Checksum['type']

/**
 * The type of a multipart upload's checksum: the one asked for, else the algorithm's default. Throws InvalidRequest for a pair that does not exist.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export function checksumTypeOf(
  algorithm: ChecksumAlgorithm | undefined,
  wanted: ChecksumType | undefined,
): ChecksumType | undefined {
  if (algorithm === undefined) {
    if (wanted === undefined) return undefined
    throw new S3Error('InvalidRequest', {
      message: 'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    })
  }
  const type = wanted ?? (isCompositeCapable(algorithm) ? 'COMPOSITE' : 'FULL_OBJECT')
  const exists = type === 'COMPOSITE' ? isCompositeCapable(algorithm) : isFullObjectCapable(algorithm)
  if (exists) return type
  throw new S3Error('InvalidRequest', {
    message: `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
  })
}

/** The checksum of the whole from those of its parts, which all have one. */
export function checksumOfParts(
  { checksumAlgorithm, checksumType }: Pick<Upload, 'checksumAlgorithm' | 'checksumType'>,
  parts: readonly Pick<Part, 'checksum' | 'size'>[],
): Checksum | undefined {
  if (!checksumAlgorithm || !checksumType) return undefined
  const digests = parts.map(({ checksum = '', size }) => ({ digest: Buffer.from(checksum, 'base64'), size }))
  if (checksumType === 'FULL_OBJECT' && isFullObjectCapable(checksumAlgorithm)) {
    const [first, ...rest] = digests
    if (!first) return undefined
    let whole: Buffer = first.digest
    for (const { digest, size } of rest) whole = combineCrc(checksumAlgorithm, whole, digest, size)
    return { algorithm: checksumAlgorithm, type: 'FULL_OBJECT', value: whole.toString('base64') }
  }
  const value = checksumOf(checksumAlgorithm, Buffer.concat(digests.map(({ digest }) => digest))).toString(
    'base64',
  )
  return { algorithm: checksumAlgorithm, type: 'COMPOSITE', value: `${value}-${String(parts.length)}` }
}
