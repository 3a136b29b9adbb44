import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'

type Notifications = SettingDocuments['notifications']

type Kind = 'queue' | 'topic' | 'function'

/** One rule of any of the three lists, which differ in how they call the target. */
export interface NotificationRule {
  readonly kind: Kind
  readonly id: string | undefined
  readonly arn: string
  readonly events: readonly string[]
  readonly prefix: string
  readonly suffix: string
}

type Written = NonNullable<Notifications['QueueConfigurations']>[number]
type Events = Written['Events']

export function rulesOf(document: Notifications): readonly NotificationRule[] {
  const { QueueConfigurations = [], TopicConfigurations = [], LambdaFunctionConfigurations = [] } = document
  return [
    ...QueueConfigurations.map((rule) => ({
      kind: 'queue' as const,
      arn: rule.QueueArn ?? '',
      ...parts(rule),
    })),
    ...TopicConfigurations.map((rule) => ({
      kind: 'topic' as const,
      arn: rule.TopicArn ?? '',
      ...parts(rule),
    })),
    ...LambdaFunctionConfigurations.map((rule) => ({
      kind: 'function' as const,
      arn: rule.LambdaFunctionArn ?? '',
      ...parts(rule),
    })),
  ]
}

type Common = Pick<Written, 'Id' | 'Events' | 'Filter'>

function parts({ Id, Events = [], Filter }: Common) {
  const value = (name: string) =>
    Filter?.Key?.FilterRules?.find((rule) => rule.Name?.toLowerCase() === name)?.Value ?? ''
  return { id: Id, events: Events, prefix: value('prefix'), suffix: value('suffix') }
}

/** The document with other rules, each in the list of its kind; without the lists that are empty. */
export function withRules(document: Notifications, rules: readonly NotificationRule[]): Notifications {
  const { QueueConfigurations, TopicConfigurations, LambdaFunctionConfigurations, ...rest } = document
  const of = (kind: Kind) => rules.filter((rule) => rule.kind === kind)
  const queues = of('queue').map((rule) => ({ ...written(rule), QueueArn: rule.arn }))
  const topics = of('topic').map((rule) => ({ ...written(rule), TopicArn: rule.arn }))
  const functions = of('function').map((rule) => ({ ...written(rule), LambdaFunctionArn: rule.arn }))
  return {
    ...rest,
    ...(queues.length > 0 && { QueueConfigurations: queues }),
    ...(topics.length > 0 && { TopicConfigurations: topics }),
    ...(functions.length > 0 && { LambdaFunctionConfigurations: functions }),
  }
}

function written({ id, events, prefix, suffix }: NotificationRule) {
  const FilterRules = [
    ...(prefix === '' ? [] : [{ Name: 'prefix' as const, Value: prefix }]),
    ...(suffix === '' ? [] : [{ Name: 'suffix' as const, Value: suffix }]),
  ]
  return {
    ...(id !== undefined && { Id: id }),
    // The server tells of names that it does not know.
    Events: [...events] as NonNullable<Events>,
    ...(FilterRules.length > 0 && { Filter: { Key: { FilterRules } } }),
  }
}
