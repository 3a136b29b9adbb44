import { S3Error } from '../errors.ts'
import { eventsNamed } from '../events/event-name.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html */
export interface NotificationConfiguration {
  readonly rules: readonly NotificationRule[]
  /** Whether all events go to the target of that name. */
  readonly eventBridge: boolean
}

/** Which events of which objects one target hears of. */
export interface NotificationRule extends NewNotificationRule {
  /** Name of the target that the ARN means. */
  readonly target: string
}

export interface NewNotificationRule {
  /** What S3 calls a target of this kind. */
  readonly kind: 'topic' | 'queue' | 'function'
  readonly id: string
  /** As given. */
  readonly arn: string
  /** As given: `s3:ObjectCreated:*`. */
  readonly events: readonly string[]
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** The target that hears of all events in buckets with an EventBridge configuration. */
export const eventBridgeTarget = 'eventbridge'

const mostIdCharacters = 255
const mostRules = 100

/** Throws InvalidArgument, or MalformedXML for a rule without events. */
export function checkNotificationRules(rules: readonly NewNotificationRule[]): void {
  if (rules.length > mostRules)
    throw invalid(`Up to ${String(mostRules)} event notification configurations are allowed.`)
  for (const rule of rules) checkRule(rule)
  if (new Set(rules.map(({ id }) => id)).size < rules.length) {
    throw invalid('Same ID used for multiple configurations. IDs must be unique.')
  }
  rules.forEach((rule, n) => {
    if (rules.slice(n + 1).some((other) => overlap(rule, other))) throw invalid(ambiguous)
  })
}

const ambiguous =
  'Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.'

function checkRule({ id, events }: NewNotificationRule): void {
  if (id.length > mostIdCharacters)
    throw invalid(`The ID of a configuration has at most ${String(mostIdCharacters)} characters.`)
  if (events.length === 0) throw new S3Error('MalformedXML')
  const unknown = events.find((name) => eventsNamed(name).length === 0)
  if (unknown !== undefined) {
    throw new S3Error('InvalidArgument', {
      message: `The event '${unknown}' is not supported for notifications.`,
      detail: { ArgumentName: 'Event', ArgumentValue: unknown },
    })
  }
}

/** Whether two rules would tell of the same event. */
function overlap(one: NewNotificationRule, other: NewNotificationRule): boolean {
  const events = new Set(one.events.flatMap(eventsNamed))
  if (!other.events.flatMap(eventsNamed).some((event) => events.has(event))) return false
  return isEither(startsWith, one.prefix, other.prefix) && isEither(endsWith, one.suffix, other.suffix)
}

const isEither = (test: (text: string, part: string) => boolean, one = '', other = '') =>
  test(one, other) || test(other, one)
const startsWith = (text: string, part: string) => text.startsWith(part)
const endsWith = (text: string, part: string) => text.endsWith(part)

const invalid = (message: string) => new S3Error('InvalidArgument', { message })
