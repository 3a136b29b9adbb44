import { amqpSender } from './amqp.ts'
import { kafkaSender } from './kafka.ts'
import { natsSender } from './nats.ts'
import { redisSender } from './redis.ts'
import { snsSender } from './sns.ts'
import { sqsSender } from './sqs.ts'
import { webhookSender } from './webhook.ts'
import { targetName, type NotificationTarget, type NotificationTargets } from '../core/events/target.ts'
import type { Sender } from './sender.ts'

interface Kind {
  readonly kind: string
  readonly open: (url: URL) => Sender
}

const webhook: Kind = { kind: 'webhook', open: webhookSender }
const amqp: Kind = { kind: 'amqp', open: amqpSender }
const redis: Kind = { kind: 'redis', open: redisSender }
const sqs: Kind = { kind: 'sqs', open: sqsSender }
const sns: Kind = { kind: 'sns', open: snsSender }

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['http:', webhook],
  ['https:', webhook],
  ['kafka:', { kind: 'kafka', open: kafkaSender }],
  ['nats:', { kind: 'nats', open: natsSender }],
  ['amqp:', amqp],
  ['amqps:', amqp],
  ['redis:', redis],
  ['rediss:', redis],
  ['sqs+http:', sqs],
  ['sqs+https:', sqs],
  ['sns+http:', sns],
  ['sns+https:', sns],
])

/** The targets that the operator has named, each with its URL. */
export const openNotificationTargets = (urls: Readonly<Record<string, string>>): NotificationTargets =>
  new Map(
    Object.entries(urls).map(([name, url]) => [targetName(name), openTarget(targetName(name), new URL(url))]),
  )

function openTarget(name: string, url: URL): NotificationTarget {
  const kind = kinds.get(url.protocol)
  if (!kind) throw new Error(`There are no targets with ${url.protocol}`)
  return { name, kind: kind.kind, ...kind.open(url) }
}
