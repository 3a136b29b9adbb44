import { Stack } from '@mantine/core'
import { PendingEvents } from './pending-events.tsx'
import { LatestDeliveries } from './latest-deliveries.tsx'
import type { DeliveryLogProps } from './delivery-log-props.ts'

/** What waits or was given up, and what became of the latest attempts. */
export const DeliveryLog = (props: DeliveryLogProps) => (
  <Stack gap="md">
    <PendingEvents {...props} />
    <LatestDeliveries {...props} />
  </Stack>
)
