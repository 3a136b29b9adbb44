import { continuationToken, parseContinuationToken } from '../continuation-token.ts'
import { checkKeyParts, entriesOf, keyEncoder, lastOf, limitOf } from '../list-output.ts'
import { operation } from '../operation.ts'
import { pageOwners } from '../page-owners.ts'
import { checkUnordered } from '../unordered-listing.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export const listObjectsV2 = operation('ListObjectsV2', async ({ input, caller, core, wire }) => {
  const {
    Prefix: prefix = '',
    Delimiter: delimiter,
    StartAfter: startAfter,
    ContinuationToken: token,
  } = input
  const limit = limitOf('max-keys', input.MaxKeys)
  checkUnordered(wire, delimiter)
  checkKeyParts({ prefix, delimiter, 'start-after': startAfter })
  // An empty token is none, but is given back.
  const after = token ? parseContinuationToken(token) : startAfter
  const page = await core.objects.list(caller, input.Bucket, { prefix, delimiter, after, limit })
  const encode = keyEncoder(input.EncodingType)
  const ownerOf = await pageOwners(core, page, { isWanted: input.FetchOwner === true })
  const { Contents, CommonPrefixes } = entriesOf(page, { encode, ownerOf })
  const last = lastOf(page)
  return {
    Name: input.Bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter === undefined || delimiter === '' ? undefined : encode(delimiter),
    StartAfter: startAfter === undefined ? undefined : encode(startAfter),
    ContinuationToken: token,
    NextContinuationToken: page.isTruncated && last !== undefined ? continuationToken(last) : undefined,
    KeyCount: page.entries.length,
    MaxKeys: limit,
    EncodingType: input.EncodingType,
    IsTruncated: page.isTruncated,
    Contents,
    CommonPrefixes,
  }
})
