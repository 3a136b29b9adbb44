import { objectOf, writeConditionsOf } from '../object-input.ts'
import { versionIdOutput } from '../object-output.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html */
export const deleteObject = operation('DeleteObject', async ({ input, caller, core }) => {
  const { versionId, isDeleteMarker } = await core.objects.delete(caller, objectOf(input), {
    conditions: writeConditionsOf(input),
    bypassesGovernance: input.BypassGovernanceRetention,
  })
  return { ...versionIdOutput({ versionId }), ...(isDeleteMarker && { DeleteMarker: true }) }
})
