import { checkKeyParts, entriesOf, keyEncoder, lastOf, limitOf } from '../list-output.ts'
import { operation } from '../operation.ts'
import { pageOwners } from '../page-owners.ts'

/** Every object is its key's only version, called null. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export const listObjectVersions = operation('ListObjectVersions', async ({ input, caller, core }) => {
  const {
    Prefix: prefix = '',
    Delimiter: delimiter,
    KeyMarker: keyMarker = '',
    VersionIdMarker: versionIdMarker = '',
  } = input
  const limit = limitOf('max-keys', input.MaxKeys)
  checkKeyParts({ prefix, delimiter, 'key-marker': keyMarker })
  const page = await core.objects.list(caller, input.Bucket, { prefix, delimiter, after: keyMarker, limit })
  const encode = keyEncoder(input.EncodingType)
  const { Contents, CommonPrefixes } = entriesOf(page, {
    encode,
    ownerOf: await pageOwners(core, page, { isWanted: true }),
  })
  const last = lastOf(page)
  return {
    Name: input.Bucket,
    Prefix: encode(prefix),
    KeyMarker: encode(keyMarker),
    VersionIdMarker: versionIdMarker,
    Delimiter: delimiter === undefined || delimiter === '' ? undefined : encode(delimiter),
    ...(page.isTruncated &&
      last !== undefined && { NextKeyMarker: encode(last), NextVersionIdMarker: 'null' }),
    MaxKeys: limit,
    EncodingType: input.EncodingType,
    IsTruncated: page.isTruncated,
    Versions: Contents.map((content) => ({ ...content, VersionId: 'null', IsLatest: true })),
    CommonPrefixes,
  }
})
