import { loggingOutput } from '../logging-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html */
export const getBucketLogging = operation('GetBucketLogging', async ({ input, caller, core }) => {
  const logging = await core.buckets.getLogging(caller, input.Bucket)
  return logging ? { LoggingEnabled: loggingOutput(logging) } : {}
})
