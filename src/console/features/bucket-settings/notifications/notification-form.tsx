import {
  Alert,
  Autocomplete,
  Code,
  MultiSelect,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { RuleList } from '../fields/rule-list.tsx'
import { eventNames } from './event-names.ts'
import { rulesOf, withRules, type NotificationRule } from './rule.ts'
import type { FormProps } from '../frame/form-props.ts'

/** The rules: which events of which objects are told to which target. */
export function NotificationForm({ value, onChange }: FormProps<'notifications'>) {
  const { t, i18n } = useTranslation('settings')
  const list = new Intl.ListFormat(i18n.language)
  const sentence = ({ arn, events, prefix, suffix }: NotificationRule) =>
    [
      t('notifications.tells', { target: targetOf(arn) || '—', events: list.format(events) || '—' }),
      ...(prefix === '' ? [] : [t('notifications.below', { prefix })]),
      ...(suffix === '' ? [] : [t('notifications.ending', { suffix })]),
    ].join(', ')
  const { EventBridgeConfiguration, ...rest } = value
  return (
    <Stack gap="md">
      <Targets />
      <RuleList
        rules={rulesOf(value)}
        onChange={(rules) => onChange(withRules(value, rules))}
        nameOf={({ id }, index) => id ?? t('fields.rule', { number: index + 1 })}
        summaryOf={sentence}
        fields={(rule, put) => <NotificationFields rule={rule} onChange={put} />}
        add={{ label: t('notifications.add'), create: newRule }}
        empty={{ icon: IconBell, title: t('notifications.emptyTitle'), hint: t('notifications.emptyHint') }}
      />
      <Switch
        label={t('notifications.eventBridge')}
        description={t('notifications.eventBridgeHint')}
        checked={EventBridgeConfiguration !== undefined}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? { ...rest, EventBridgeConfiguration: {} } : rest)
        }
      />
    </Stack>
  )
}

/** Where notifications may go, or how an operator adds the first target. */
function Targets() {
  const { t } = useTranslation('settings')
  const { data } = useQuery(adminQuery('listTargets'))
  if (!data || data.targets.length > 0) return undefined
  return (
    <Alert color="blue" title={t('notifications.noTargets')}>
      <Text size="sm">
        <Trans t={t} i18nKey="notifications.targets" components={{ code: <Code /> }} />
      </Text>
    </Alert>
  )
}

const targetOf = (arn: string) => arn.split(':')[5] ?? arn

const newRule = (index: number): NotificationRule => ({
  kind: 'queue',
  id: `rule-${String(index + 1)}`,
  arn: '',
  events: ['s3:ObjectCreated:*'],
  prefix: '',
  suffix: '',
})

interface NotificationFieldsProps {
  readonly rule: NotificationRule
  readonly onChange: (rule: NotificationRule) => void
}

function NotificationFields({ rule, onChange }: NotificationFieldsProps) {
  const { t } = useTranslation('settings')
  const { data: { targets } = { targets: [] } } = useQuery(adminQuery('listTargets'))
  const known = [...new Set([...eventNames, ...rule.events])]
  return (
    <>
      <Autocomplete
        label={t('notifications.target')}
        description={t('notifications.targetHint')}
        placeholder="arn:seau:sqs::hook:webhook"
        data={targets.map(({ arn }) => arn)}
        value={rule.arn}
        onChange={(arn) => onChange({ ...rule, arn })}
      />
      <MultiSelect
        label={t('notifications.events')}
        data={known}
        searchable
        value={[...rule.events]}
        onChange={(events) => onChange({ ...rule, events })}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={t('fields.prefix')}
          placeholder="images/"
          value={rule.prefix}
          onChange={(event) => onChange({ ...rule, prefix: event.currentTarget.value })}
        />
        <TextInput
          label={t('fields.suffix')}
          placeholder=".jpg"
          value={rule.suffix}
          onChange={(event) => onChange({ ...rule, suffix: event.currentTarget.value })}
        />
        <TextInput
          label={t('fields.id')}
          value={rule.id ?? ''}
          onChange={(event) => onChange({ ...rule, id: event.currentTarget.value || undefined })}
        />
      </SimpleGrid>
    </>
  )
}
