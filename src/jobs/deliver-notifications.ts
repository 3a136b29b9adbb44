import { destinationOf } from '../core/events/subscribers.ts'
import { sendNotification } from '../core/events/send-notification.ts'
import type { Core } from '../core/create-core.ts'
import type { Job } from './schedule.ts'
import type { NotificationTarget } from '../core/events/target.ts'

/** Tells a target what has happened; each has a job of its own, so that one that is away holds up no other. */
export const deliverNotificationsJob = (
  { events }: Pick<Core, 'events'>,
  target: NotificationTarget,
): Job => ({
  name: `notify-${target.name}`,
  firstMs: 500,
  everyMs: 500,
  run: (signal) =>
    events.deliver({
      destination: destinationOf(target.name),
      deliver: sendNotification(target),
      signal,
      batch: 64,
    }),
})
