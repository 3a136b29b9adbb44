import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html */
export const deletePublicAccessBlock = operation(
  'DeletePublicAccessBlock',
  async ({ input, caller, core }) => {
    await core.buckets.deletePublicAccessBlock(caller, input.Bucket)
    return {}
  },
)
