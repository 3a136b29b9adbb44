import { inventoryOutput } from '../inventory-configuration.ts'
import { lastListed, pageOutput } from '../named-configuration.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketInventoryConfigurations.html */
export const listBucketInventoryConfigurations = operation(
  'ListBucketInventoryConfigurations',
  async ({ input, caller, core }) => {
    const page = await core.buckets.inventory.list(caller, input.Bucket, lastListed(input))
    return {
      ...pageOutput(input, page),
      InventoryConfigurationList: page.configurations.map(inventoryOutput),
    }
  },
)
