import { notificationRulesOf } from '../notification-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html */
export const putBucketNotificationConfiguration = operation(
  'PutBucketNotificationConfiguration',
  async ({ input, caller, core }) => {
    const { NotificationConfiguration, SkipDestinationValidation: skipsValidation = false } = input
    await core.buckets.putNotifications(caller, input.Bucket, {
      rules: notificationRulesOf(NotificationConfiguration),
      eventBridge: NotificationConfiguration.EventBridgeConfiguration !== undefined,
      skipsValidation,
    })
    return {}
  },
)
