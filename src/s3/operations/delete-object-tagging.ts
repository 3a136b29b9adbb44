import { objectOf } from '../object-input.ts'
import { versionIdOutput } from '../object-output.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export const deleteObjectTagging = operation('DeleteObjectTagging', async ({ input, caller, core }) => {
  const version = await core.objects.deleteTags(caller, objectOf(input))
  return versionIdOutput(version)
})
