import { isFullObjectCapable } from '../../lib/checksum.ts'
import { combineCrc } from '../../lib/crc-combine.ts'
import { S3Error } from '../errors.ts'
import { checksumOfParts } from '../uploads/upload-checksum.ts'
import type { Checksum, ObjectPart, ObjectVersion } from './object-version.ts'
import type { UploadBody } from '../ports.ts'

/** Bytes for the end of an object, with a checksum of the object's algorithm. Throws InvalidRequest when the client sends another one. */
export function appendedBody(body: UploadBody, checksum: Checksum | undefined): UploadBody {
  if (!checksum) return body
  const { algorithm } = checksum
  const [sent = algorithm] = body.algorithms
  if (sent === algorithm) return { ...body, algorithms: [algorithm] }
  throw new S3Error('InvalidRequest', {
    message: `Checksum Type mismatch occurred, expected checksum Type: ${algorithm.toLowerCase()}, actual checksum Type: ${sent.toLowerCase()}.`,
  })
}

/** The checksum of an object that ends with a new part: of all bytes where the algorithm can be continued, else of the parts' checksums. */
export function appendedChecksum(
  { attributes: { checksum } }: Pick<ObjectVersion, 'attributes'>,
  objectParts: readonly ObjectPart[],
): Checksum | undefined {
  const last = objectParts.at(-1)
  if (!checksum || last?.checksum === undefined) return undefined
  const { algorithm, type } = checksum
  if (type === 'FULL_OBJECT' && isFullObjectCapable(algorithm)) {
    const [whole, part] = [checksum.value, last.checksum].map((value) => Buffer.from(value, 'base64'))
    if (!whole || !part) return undefined
    return { algorithm, type, value: combineCrc(algorithm, whole, part, last.size).toString('base64') }
  }
  // Of an object whose checksum was taken over its parts in one go, theirs are not known.
  if (type === 'FULL_OBJECT' && objectParts.length > 2) return undefined
  return checksumOfParts({ checksumAlgorithm: algorithm, checksumType: 'COMPOSITE' }, objectParts)
}
