import { customerKeyOf } from '../encryption-input.ts'
import { limitOf } from '../list-output.ts'
import { objectOf } from '../object-input.ts'
import { checksumOutput, checksumValue, versionIdOutput } from '../object-output.ts'
import { operation, type InputOf, type OutputOf } from '../operation.ts'
import { partMarkerOf } from '../upload-input.ts'
import type { DescribedObject } from '../../core/objects/describe-object.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html */
export const getObjectAttributes = operation('GetObjectAttributes', async ({ input, caller, core }) => {
  const customerKey = customerKeyOf(input)
  const described = await core.objects.describe(caller, objectOf(input), { customerKey })
  const { version } = described
  const wants = (attribute: InputOf<'GetObjectAttributes'>['ObjectAttributes'][number]) =>
    input.ObjectAttributes.includes(attribute)
  const checksum = version.attributes.checksum
  return {
    LastModified: new Date(version.lastModified),
    ...versionIdOutput(described),
    ...(wants('ETag') && { ETag: version.etag }),
    ...(wants('Checksum') && checksum && { Checksum: checksumOutput(withoutCount(checksum)) }),
    ...(wants('ObjectParts') &&
      version.content.kind === 'parts' && { ObjectParts: partsOutput(described, input) }),
    ...(wants('StorageClass') && { StorageClass: version.storageClass as 'STANDARD' }),
    ...(wants('ObjectSize') && { ObjectSize: version.size }),
  }
})

/** Here S3 leaves the number of parts off a composite checksum. */
const withoutCount = <T extends { readonly value: string }>(checksum: T): T => ({
  ...checksum,
  value: checksum.value.replace(/-\d+$/, ''),
})

function partsOutput(
  { version, parts }: DescribedObject,
  input: InputOf<'GetObjectAttributes'>,
): OutputOf<'GetObjectAttributes'>['ObjectParts'] {
  const after = partMarkerOf(input.PartNumberMarker)
  const limit = limitOf('x-amz-max-parts', input.MaxParts)
  const behind = parts.filter(({ partNumber }) => partNumber > after)
  const shown = behind.slice(0, limit)
  const algorithm = version.attributes.checksum?.algorithm
  return {
    TotalPartsCount: parts.length,
    PartNumberMarker: String(after),
    NextPartNumberMarker: String(shown.at(-1)?.partNumber ?? after),
    MaxParts: limit,
    IsTruncated: behind.length > shown.length,
    // S3 lists the parts only of objects whose parts have checksums.
    ...(algorithm && {
      Parts: shown.map(({ partNumber, size, checksum }) => ({
        PartNumber: partNumber,
        Size: size,
        ...(checksum !== undefined && checksumValue(algorithm, checksum)),
      })),
    }),
  }
}
