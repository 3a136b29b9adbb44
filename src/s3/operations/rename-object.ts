import { objectOf, readConditionsOf } from '../object-input.ts'
import { operation } from '../operation.ts'
import { parseRenameSource } from '../rename-source.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_RenameObject.html */
export const renameObject = operation('RenameObject', async ({ input, caller, core, signal }) => {
  await core.objects.rename(caller, objectOf(input), {
    sourceKey: parseRenameSource(input.RenameSource),
    sourceConditions: readConditionsOf({
      IfMatch: input.SourceIfMatch,
      IfNoneMatch: input.SourceIfNoneMatch,
      IfModifiedSince: input.SourceIfModifiedSince,
      IfUnmodifiedSince: input.SourceIfUnmodifiedSince,
    }),
    targetConditions: readConditionsOf({
      IfMatch: input.DestinationIfMatch,
      IfNoneMatch: input.DestinationIfNoneMatch,
      IfModifiedSince: input.DestinationIfModifiedSince,
      IfUnmodifiedSince: input.DestinationIfUnmodifiedSince,
    }),
    clientToken: input.ClientToken,
    signal,
  })
  return {}
})
