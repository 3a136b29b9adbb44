import { locationOf } from '../../core/buckets/region.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html */
export const getBucketLocation = operation('GetBucketLocation', async ({ input, caller, core }) => ({
  LocationConstraint: locationOf(await core.buckets.get(caller, input.Bucket)),
}))
