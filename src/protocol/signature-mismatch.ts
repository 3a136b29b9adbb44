import { timingSafeEqual } from 'node:crypto'
import { S3Error } from '../core/errors.ts'

/** Whether two signatures are the same text, in a time that tells nothing about where they differ. */
export function isSameSignature(expected: string, provided: string): boolean {
  const expectedBytes = Buffer.from(expected)
  const providedBytes = Buffer.from(provided)
  return expectedBytes.length === providedBytes.length && timingSafeEqual(expectedBytes, providedBytes)
}

interface Mismatch {
  /** Unknown for the chunks of a body. */
  readonly accessKeyId?: string
  readonly signature: string
  readonly stringToSign: string
  /** One character per byte. */
  readonly canonicalRequest?: string
}

/** The error that shows clients what they should have signed. */
export function signatureDoesNotMatch(mismatch: Mismatch): S3Error {
  const canonical =
    mismatch.canonicalRequest === undefined ? undefined : Buffer.from(mismatch.canonicalRequest, 'latin1')
  return new S3Error('SignatureDoesNotMatch', {
    detail: {
      ...(mismatch.accessKeyId !== undefined && { AWSAccessKeyId: mismatch.accessKeyId }),
      StringToSign: mismatch.stringToSign,
      SignatureProvided: mismatch.signature,
      StringToSignBytes: spacedHex(Buffer.from(mismatch.stringToSign)),
      ...(canonical && {
        CanonicalRequest: canonical.toString(),
        CanonicalRequestBytes: spacedHex(canonical),
      }),
    },
  })
}

const spacedHex = (bytes: Buffer) => bytes.toString('hex').replace(/..(?!$)/g, '$& ')
