import { Group, Switch, TextInput } from '@mantine/core'
import { IconClockHour4 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RuleList } from '../fields/rule-list.tsx'
import { ExpirationFields } from './expiration-fields.tsx'
import { FilterFields } from './filter-fields.tsx'
import { lifecycleSentence } from './lifecycle-sentence.ts'
import { NoncurrentFields } from './noncurrent-fields.tsx'
import { newRule, type RuleFieldsProps } from './rule.ts'
import { TransitionFields } from './transition-fields.tsx'
import { UploadFields } from './upload-fields.tsx'
import type { FormProps } from '../frame/form-props.ts'

/** The rules of the lifecycle, each with what it does in a sentence. */
export function LifecycleRules({ value, onChange }: FormProps<'lifecycle'>) {
  const { t } = useTranslation('settings')
  return (
    <RuleList
      rules={value.Rules ?? []}
      onChange={(Rules) => onChange({ ...value, Rules })}
      nameOf={({ ID }, index) => ID ?? t('fields.rule', { number: index + 1 })}
      summaryOf={(rule) => lifecycleSentence(t, rule)}
      isDisabled={({ Status }) => Status === 'Disabled'}
      fields={(rule, put) => <RuleFields rule={rule} onChange={put} />}
      add={{
        label: t('lifecycle.add'),
        create: (index) => newRule(`${t('lifecycle.newName')}-${String(index + 1)}`),
      }}
      empty={{ icon: IconClockHour4, title: t('lifecycle.emptyTitle'), hint: t('lifecycle.emptyHint') }}
    />
  )
}

function RuleFields(props: RuleFieldsProps) {
  const { rule, onChange } = props
  const { t } = useTranslation('settings')
  return (
    <>
      <Group align="flex-end" gap="md">
        <TextInput
          label={t('fields.id')}
          value={rule.ID ?? ''}
          maxLength={255}
          onChange={(event) => onChange({ ...rule, ID: event.currentTarget.value })}
          flex={1}
        />
        <Switch
          label={t('fields.on')}
          mb={8}
          checked={rule.Status === 'Enabled'}
          onChange={(event) =>
            onChange({ ...rule, Status: event.currentTarget.checked ? 'Enabled' : 'Disabled' })
          }
        />
      </Group>
      <FilterFields {...props} />
      <ExpirationFields {...props} />
      <NoncurrentFields {...props} />
      <TransitionFields {...props} />
      <UploadFields {...props} />
    </>
  )
}
