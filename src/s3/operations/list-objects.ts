import { checkKeyParts, entriesOf, keyEncoder, lastOf, limitOf } from '../list-output.ts'
import { operation } from '../operation.ts'
import { pageOwners } from '../page-owners.ts'
import { checkUnordered } from '../unordered-listing.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html */
export const listObjects = operation('ListObjects', async ({ input, caller, core, wire }) => {
  const { Prefix: prefix = '', Delimiter: delimiter, Marker: marker = '' } = input
  const limit = limitOf('max-keys', input.MaxKeys)
  checkUnordered(wire, delimiter)
  checkKeyParts({ prefix, delimiter, marker })
  const page = await core.objects.list(caller, input.Bucket, { prefix, delimiter, after: marker, limit })
  const encode = keyEncoder(input.EncodingType)
  const { Contents, CommonPrefixes } = entriesOf(page, {
    encode,
    ownerOf: await pageOwners(core, page, { isWanted: true }),
  })
  const isGrouped = delimiter !== undefined && delimiter !== ''
  const last = lastOf(page)
  return {
    Name: input.Bucket,
    Prefix: encode(prefix),
    Marker: encode(marker),
    Delimiter: isGrouped ? encode(delimiter) : undefined,
    // Without a delimiter clients continue from the last key themselves.
    NextMarker: page.isTruncated && isGrouped && last !== undefined ? encode(last) : undefined,
    MaxKeys: limit,
    EncodingType: input.EncodingType,
    IsTruncated: page.isTruncated,
    Contents,
    CommonPrefixes,
  }
})
