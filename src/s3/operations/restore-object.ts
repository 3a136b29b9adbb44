import { S3Error } from '../../core/errors.ts'
import { objectOf } from '../object-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html */
export const restoreObject = operation('RestoreObject', async ({ input, caller, core }) => {
  const { Days, Tier, GlacierJobParameters, ...others } = input.RestoreRequest ?? {}
  if (others.Type ?? others.SelectParameters ?? others.OutputLocation)
    throw new S3Error('NotImplemented', { message: 'There are no queries on archives.' })
  if (Days === undefined) throw new S3Error('MalformedXML')
  const { wasRestored } = await core.objects.restore(caller, objectOf(input), {
    days: Days,
    tier: GlacierJobParameters?.Tier ?? Tier,
  })
  return { $metadata: { httpStatusCode: wasRestored ? 200 : 202 } }
})
