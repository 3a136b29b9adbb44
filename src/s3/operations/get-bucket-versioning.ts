import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html */
export const getBucketVersioning = operation('GetBucketVersioning', async ({ input, caller, core }) => {
  const { versioning } = await core.buckets.get(caller, input.Bucket)
  return versioning === 'off'
    ? {}
    : { Status: versioning === 'enabled' ? ('Enabled' as const) : ('Suspended' as const) }
})
