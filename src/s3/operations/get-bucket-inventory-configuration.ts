import { inventoryOutput } from '../inventory-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketInventoryConfiguration.html */
export const getBucketInventoryConfiguration = operation(
  'GetBucketInventoryConfiguration',
  async ({ input, caller, core }) => {
    const configuration = await core.buckets.inventory.get(caller, input.Bucket, input.Id)
    return { InventoryConfiguration: inventoryOutput(configuration) }
  },
)
