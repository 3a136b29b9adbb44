import { eventBridgeDocument } from './event-bridge.ts'
import { notificationDocument, type Notification } from './notification.ts'
import type { DeliverEvent } from './deliver-events.ts'
import type { NotificationTarget } from './target.ts'

/** Words an event for its target, and sends it. */
export const sendNotification =
  (target: NotificationTarget): DeliverEvent =>
  async ({ id, key, at, body }) => {
    if (body.kind !== 'notification')
      throw new Error('An order for a replica stands in the queue of a target.')
    const notification: Notification = { id, key, at, facts: body.facts }
    await target.send(JSON.stringify(documentOf(notification)), { key: `${body.facts.cause.bucket}/${key}` })
  }

/** Only EventBridge asks without an id. */
const documentOf = (notification: Notification) =>
  notification.facts.configurationId === undefined
    ? eventBridgeDocument(notification)
    : notificationDocument(notification)
