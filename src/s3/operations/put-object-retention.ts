import { S3Error } from '../../core/errors.ts'
import { objectOf } from '../object-input.ts'
import { operation, type InputOf } from '../operation.ts'
import type { Retention } from '../../core/objects/object-lock.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html */
export const putObjectRetention = operation('PutObjectRetention', async ({ input, caller, core }) => {
  await core.objects.putRetention(caller, objectOf(input), retentionOf(input.Retention), {
    bypassesGovernance: input.BypassGovernanceRetention,
  })
  return {}
})

/** An empty document removes the retention; half of one is refused. */
function retentionOf(element: InputOf<'PutObjectRetention'>['Retention']): Retention | undefined {
  if (!element) throw new S3Error('MalformedXML')
  const { Mode: mode, RetainUntilDate: date, EventHold, EventHoldDuration } = element
  if (EventHold !== undefined || EventHoldDuration !== undefined) {
    throw new S3Error('NotImplemented', { message: 'Event holds are not supported.' })
  }
  if (mode === undefined && date === undefined) return undefined
  if (mode === undefined || date === undefined) throw new S3Error('MalformedXML')
  return { mode, retainUntil: date.getTime() }
}
