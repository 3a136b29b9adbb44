import { parseCopySource } from '../copy-source.ts'
import { copySourceConditionsOf } from '../object-input.ts'
import { quoted } from '../object-output.ts'
import { operation } from '../operation.ts'
import { partOf } from '../upload-input.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
export const uploadPartCopy = operation('UploadPartCopy', async ({ input, caller, core, signal }) => {
  const source = parseCopySource(input.CopySource)
  const part = await core.uploads.copyPart(caller, partOf(input), {
    source,
    range: input.CopySourceRange,
    sourceConditions: copySourceConditionsOf(input),
    signal,
  })
  return {
    ...(source.versionId !== undefined && { CopySourceVersionId: source.versionId }),
    CopyPartResult: { ETag: quoted(part.etag), LastModified: new Date(part.lastModified) },
  }
})
