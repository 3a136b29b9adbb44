import { objectOf } from '../object-input.ts'
import { versionIdOutput } from '../object-output.ts'
import { operation } from '../operation.ts'
import { tagSetOf } from '../tagging.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html */
export const getObjectTagging = operation('GetObjectTagging', async ({ input, caller, core }) => {
  const { version, versionId } = await core.objects.find(caller, objectOf(input), {
    action: 's3:GetObjectTagging',
  })
  return { TagSet: tagSetOf(version.attributes.tags), ...versionIdOutput({ versionId }) }
})
