import { randomUUID } from 'node:crypto'
import { S3Error } from '../core/errors.ts'
import type { InputOf } from './operation.ts'
import type {
  NewNotificationRule,
  NotificationConfiguration,
  NotificationRule,
} from '../core/buckets/notifications.ts'

type ConfigurationElement = InputOf<'PutBucketNotificationConfiguration'>['NotificationConfiguration']
type FilterElement = NonNullable<NonNullable<ConfigurationElement['QueueConfigurations']>[number]['Filter']>
type EventElement = NonNullable<ConfigurationElement['QueueConfigurations']>[number]['Events'][number]

interface RuleElement {
  readonly Id?: string | undefined
  readonly Events: readonly string[]
  readonly Filter?: FilterElement | undefined
}

/** Throws InvalidArgument for filters that S3 does not know or that are given twice. */
export const notificationRulesOf = (configuration: ConfigurationElement): readonly NewNotificationRule[] => [
  ...(configuration.TopicConfigurations ?? []).map((each) => ruleOf('topic', each.TopicArn, each)),
  ...(configuration.QueueConfigurations ?? []).map((each) => ruleOf('queue', each.QueueArn, each)),
  ...(configuration.LambdaFunctionConfigurations ?? []).map((each) =>
    ruleOf('function', each.LambdaFunctionArn, each),
  ),
]

const ruleOf = (
  kind: NewNotificationRule['kind'],
  arn: string,
  { Id, Events, Filter }: RuleElement,
): NewNotificationRule => ({
  kind,
  // S3 gives an id where the client gave none.
  id: Id ?? randomUUID(),
  arn,
  events: [...Events],
  ...filterOf(Filter),
})

function filterOf(filter: FilterElement | undefined): Pick<NewNotificationRule, 'prefix' | 'suffix'> {
  const found: { prefix?: string; suffix?: string } = {}
  for (const { Name = '', Value = '' } of filter?.Key?.FilterRules ?? []) {
    const name = Name.toLowerCase()
    if (name !== 'prefix' && name !== 'suffix')
      throw invalid('filter rule name must be either prefix or suffix')
    if (found[name] !== undefined) throw invalid(`Cannot specify more than one ${name} rule in a filter.`)
    found[name] = Value
  }
  return found
}

const invalid = (message: string) => new S3Error('InvalidArgument', { message })

/** Without members when there is nothing configured. */
export function notificationOutput({ rules, eventBridge }: NotificationConfiguration) {
  const [topics, queues, functions] = (['topic', 'queue', 'function'] as const).map((kind) =>
    rules.filter((rule) => rule.kind === kind),
  )
  return {
    TopicConfigurations: topics?.map((rule) => ({ TopicArn: rule.arn, ...ruleOutput(rule) })),
    QueueConfigurations: queues?.map((rule) => ({ QueueArn: rule.arn, ...ruleOutput(rule) })),
    LambdaFunctionConfigurations: functions?.map((rule) => ({
      LambdaFunctionArn: rule.arn,
      ...ruleOutput(rule),
    })),
    ...(eventBridge && { EventBridgeConfiguration: {} }),
  }
}

function ruleOutput({ id, events, prefix, suffix }: NotificationRule) {
  const filters = [
    ...(prefix === undefined ? [] : [{ Name: 'prefix' as const, Value: prefix }]),
    ...(suffix === undefined ? [] : [{ Name: 'suffix' as const, Value: suffix }]),
  ]
  return {
    Id: id,
    // The names have been checked when they were stored.
    Events: [...events] as EventElement[],
    ...(filters.length > 0 && { Filter: { Key: { FilterRules: filters } } }),
  }
}
