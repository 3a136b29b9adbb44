import { notificationOutput } from '../notification-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html */
export const getBucketNotificationConfiguration = operation(
  'GetBucketNotificationConfiguration',
  async ({ input, caller, core }) =>
    notificationOutput(await core.buckets.getNotifications(caller, input.Bucket)),
)
