import { inventoryOf } from '../inventory-configuration.ts'
import { putNamed } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketInventoryConfiguration.html */
export const putBucketInventoryConfiguration = operation(
  'PutBucketInventoryConfiguration',
  ({ input, caller, core }) =>
    putNamed(core.buckets.inventory, { caller, input }, inventoryOf(input.InventoryConfiguration)),
)
