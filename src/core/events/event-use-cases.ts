import { createDeliveryLog } from './delivery-log.ts'
import { deliverEvents } from './deliver-events.ts'
import { dropEvents, listEvents, replayEvents } from './manage-events.ts'
import type { Parts } from '../parts.ts'

/** What can be done with the outbox. */
export const eventUseCases = (parts: Parts) => {
  const log = createDeliveryLog()
  return {
    deliver: deliverEvents(parts, log),
    list: listEvents(parts),
    replay: replayEvents(parts),
    drop: dropEvents(parts),
    backlogs: () => parts.metadata.outbox.backlogs(),
    deliveries: (bucketId: number) => log.list(bucketId),
    /** By name. */
    targets: () => [...parts.notificationTargets.values()],
  }
}
