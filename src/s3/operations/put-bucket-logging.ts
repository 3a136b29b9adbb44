import { loggingOf } from '../logging-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html */
export const putBucketLogging = operation('PutBucketLogging', async ({ input, caller, core }) => {
  const { LoggingEnabled } = input.BucketLoggingStatus
  await core.buckets.putLogging(caller, input.Bucket, LoggingEnabled && loggingOf(LoggingEnabled))
  return {}
})
