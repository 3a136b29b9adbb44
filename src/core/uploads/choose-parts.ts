import { S3Error } from '../errors.ts'
import type { Part, Upload } from './upload.ts'

/** A part as a completion names it; the entity tag without quotes. */
export interface NamedPart {
  readonly partNumber: number
  readonly etag: string
  /** Base64, of the upload's algorithm. */
  readonly checksum?: string | undefined
}

/** All parts but the last have at least so many bytes. */
export const minPartBytes = 5 * 1024 ** 2

/** The stored parts that a completion names, in order; throws InvalidPartOrder, InvalidPart or EntityTooSmall. */
export function chooseParts(
  upload: Upload,
  stored: readonly Part[],
  named: readonly NamedPart[],
): readonly Part[] {
  if (named.length === 0) throw new S3Error('MalformedXML')
  const byNumber = new Map(stored.map((part) => [part.partNumber, part]))
  const chosen = named.map((wanted, n) => {
    if (n > 0 && wanted.partNumber <= (named[n - 1]?.partNumber ?? 0)) {
      throw new S3Error('InvalidPartOrder', { detail: { UploadId: upload.id } })
    }
    const part = byNumber.get(wanted.partNumber)
    if (part?.etag !== wanted.etag) throw invalidPart(upload, wanted)
    checkPartChecksum(upload, part, wanted)
    return part
  })
  for (const part of chosen.slice(0, -1)) if (part.size < minPartBytes) throw tooSmall(part)
  return chosen
}

function checkPartChecksum(upload: Upload, part: Part, wanted: NamedPart): void {
  const { checksumAlgorithm, checksumType } = upload
  if (checksumAlgorithm === undefined) return
  if (wanted.checksum === undefined) {
    if (checksumType === 'FULL_OBJECT') return
    const name = checksumAlgorithm.toLowerCase()
    throw new S3Error('InvalidRequest', {
      message: `The upload was created using a ${name} checksum. The complete request must include the checksum for each part. It was missing for part ${String(part.partNumber)} in the request.`,
    })
  }
  if (wanted.checksum !== part.checksum) throw invalidPart(upload, wanted)
}

const invalidPart = ({ id }: Upload, { partNumber, etag }: NamedPart) =>
  new S3Error('InvalidPart', { detail: { UploadId: id, PartNumber: partNumber, ETag: etag } })

const tooSmall = ({ size, partNumber, etag }: Part) =>
  new S3Error('EntityTooSmall', {
    detail: { ProposedSize: size, MinSizeAllowed: minPartBytes, PartNumber: partNumber, ETag: etag },
  })
