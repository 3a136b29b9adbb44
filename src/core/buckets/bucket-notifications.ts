import { S3Error } from '../errors.ts'
import { findTarget, type NotificationTarget } from '../events/target.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import {
  checkNotificationRules,
  eventBridgeTarget,
  type NewNotificationRule,
  type NotificationConfiguration,
} from './notifications.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

type NotificationParts = Pick<Parts, 'metadata' | 'notificationTargets' | 'clock'>

interface NewNotifications {
  readonly rules: readonly NewNotificationRule[]
  readonly eventBridge: boolean
  /** Whether the targets are not asked to take a test event. */
  readonly skipsValidation: boolean
}

const none: NotificationConfiguration = { rules: [], eventBridge: false }

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html */
export const getBucketNotifications =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, name: string): Promise<NotificationConfiguration> =>
    (await getBucket(parts, caller, name)).configuration.notifications ?? none

/**
 * Replaces all rules; none turns notifications off. Each target gets an `s3:TestEvent` first. Throws InvalidArgument for a target that there is
 * not or that does not take it, and what checkNotificationRules throws. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 */
export const putBucketNotifications =
  (parts: NotificationParts) =>
  async (caller: Caller, name: string, wanted: NewNotifications): Promise<void> => {
    const { eventBridge, skipsValidation } = wanted
    const bucket = await getBucket(parts, caller, name)
    checkNotificationRules(wanted.rules)
    const { rules, targets } = resolveRules(parts, wanted)
    if (!skipsValidation) await testAll(parts, targets, { bucket: bucket.name, requestId: caller.requestId })
    const notifications = { rules, eventBridge }
    await changeConfiguration(parts, { caller, name }, ({ notifications: _before, ...kept }) =>
      rules.length > 0 || eventBridge ? { ...kept, notifications } : kept,
    )
  }

type TargetsByArn = ReadonlyMap<string, NotificationTarget>

/** Each rule with its target's name, and the targets by the ARNs that name them; EventBridge stands for itself. */
function resolveRules({ notificationTargets }: NotificationParts, { rules, eventBridge }: NewNotifications) {
  const targets = new Map<string, NotificationTarget>()
  const resolved = rules.map((rule) => {
    const target = findTarget(notificationTargets, rule.arn)
    if (!target) throw invalidDestination(rule.arn, 'The destination is not configured on this server.')
    targets.set(rule.arn, target)
    return { ...rule, target: target.name }
  })
  if (!eventBridge) return { rules: resolved, targets }
  const bridge = notificationTargets.get(eventBridgeTarget)
  if (!bridge) {
    throw invalidDestination(
      'EventBridge',
      `No target named ${eventBridgeTarget} is configured on this server.`,
    )
  }
  targets.set('EventBridge', bridge)
  return { rules: resolved, targets }
}

interface Tested {
  readonly bucket: string
  readonly requestId: string | undefined
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
async function testAll({ clock }: NotificationParts, targets: TargetsByArn, tested: Tested): Promise<void> {
  const { bucket, requestId } = tested
  const document = JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: new Date(clock.now()).toISOString(),
    Bucket: bucket,
    RequestId: requestId,
    HostId: requestId,
  })
  const test = async ([arn, target]: readonly [string, NotificationTarget]) => {
    await target.send(document, { key: bucket }).catch((cause: unknown) => {
      throw invalidDestination(arn, 'The destination did not take a test event.', cause)
    })
  }
  await Promise.all([...targets].map(test))
}

const invalidDestination = (arn: string, reason: string, cause?: unknown) =>
  new S3Error('InvalidArgument', {
    message: 'Unable to validate the following destination configurations',
    detail: { ArgumentName: arn, ArgumentValue: reason },
    cause,
  })
