import { operation } from '../operation.ts'
import { uploadOf } from '../upload-input.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html */
export const abortMultipartUpload = operation('AbortMultipartUpload', async ({ input, caller, core }) => {
  await core.uploads.abort(caller, uploadOf(input))
  return {}
})
