import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html */
export const getObjectLockConfiguration = operation(
  'GetObjectLockConfiguration',
  async ({ input, caller, core }) => {
    const { defaultRetention } = await core.buckets.getObjectLock(caller, input.Bucket)
    return {
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled' as const,
        ...(defaultRetention && {
          Rule: {
            DefaultRetention: {
              Mode: defaultRetention.mode,
              [defaultRetention.unit]: defaultRetention.period,
            },
          },
        }),
      },
    }
  },
)
