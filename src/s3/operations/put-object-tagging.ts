import { objectOf } from '../object-input.ts'
import { versionIdOutput } from '../object-output.ts'
import { operation } from '../operation.ts'
import { tagsOf } from '../tagging.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export const putObjectTagging = operation('PutObjectTagging', async ({ input, caller, core }) => {
  const version = await core.objects.putTags(caller, objectOf(input), tagsOf(input.Tagging.TagSet))
  return versionIdOutput(version)
})
