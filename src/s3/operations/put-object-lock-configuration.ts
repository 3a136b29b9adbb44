import { S3Error } from '../../core/errors.ts'
import { operation, type InputOf } from '../operation.ts'
import type { DefaultRetention } from '../../core/buckets/object-lock-configuration.ts'

type Rule = NonNullable<NonNullable<InputOf<'PutObjectLockConfiguration'>['ObjectLockConfiguration']>['Rule']>

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html */
export const putObjectLockConfiguration = operation(
  'PutObjectLockConfiguration',
  async ({ input, caller, core }) => {
    const { ObjectLockEnabled, Rule: rule } = input.ObjectLockConfiguration ?? {}
    if (ObjectLockEnabled !== 'Enabled') throw new S3Error('MalformedXML')
    const objectLock = rule ? { defaultRetention: defaultRetentionOf(rule) } : {}
    await core.buckets.putObjectLock(caller, input.Bucket, objectLock)
    return {}
  },
)

/** Mode and one of the two periods. */
function defaultRetentionOf({ DefaultRetention }: Rule): DefaultRetention {
  const { Mode: mode, Days: days, Years: years, DefaultEventHold } = DefaultRetention ?? {}
  if (DefaultEventHold) throw new S3Error('NotImplemented', { message: 'Event holds are not supported.' })
  if (mode === undefined || (days === undefined) === (years === undefined)) throw new S3Error('MalformedXML')
  return days === undefined
    ? { mode, period: years ?? 0, unit: 'Years' }
    : { mode, period: days, unit: 'Days' }
}
