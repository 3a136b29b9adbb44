import { inventoryOf } from '../inventory-configuration.ts'
import { checkSameId } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketInventoryConfiguration.html */
export const putBucketInventoryConfiguration = operation(
  'PutBucketInventoryConfiguration',
  async ({ input, caller, core }) => {
    const configuration = inventoryOf(input.InventoryConfiguration)
    checkSameId(input.Id, configuration.id)
    await core.buckets.inventory.put(caller, input.Bucket, configuration)
    return {}
  },
)
