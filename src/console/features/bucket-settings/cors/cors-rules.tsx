import { Checkbox, Group, NumberInput, TagsInput, TextInput } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RuleList } from '../fields/rule-list.tsx'
import type { FormProps } from '../frame/form-props.ts'

type CorsRule = NonNullable<FormProps<'cors'>['value']['CORSRules']>[number]

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE']
const newRule = (): CorsRule => ({ AllowedOrigins: [], AllowedMethods: ['GET', 'HEAD'] })

/** The rules, of which the first that fits a request counts. */
export function CorsRules({ value, onChange }: FormProps<'cors'>) {
  const { t, i18n } = useTranslation('settings')
  const list = new Intl.ListFormat(i18n.language)
  return (
    <RuleList
      rules={value.CORSRules ?? []}
      onChange={(CORSRules) => onChange({ ...value, CORSRules })}
      nameOf={({ ID }, index) => ID ?? t('fields.rule', { number: index + 1 })}
      summaryOf={({ AllowedOrigins = [], AllowedMethods = [] }) =>
        t('cors.sentence', {
          origins: AllowedOrigins.includes('*') ? t('cors.anyOrigin') : list.format(AllowedOrigins) || '—',
          methods: list.format(AllowedMethods) || '—',
        })
      }
      fields={(rule, put) => <CorsFields rule={rule} onChange={put} />}
      add={{ label: t('cors.add'), create: newRule }}
      empty={{ icon: IconArrowsLeftRight, title: t('cors.emptyTitle'), hint: t('cors.emptyHint') }}
    />
  )
}

interface CorsFieldsProps {
  readonly rule: CorsRule
  readonly onChange: (rule: CorsRule) => void
}

function CorsFields({ rule, onChange }: CorsFieldsProps) {
  const { t } = useTranslation('settings')
  return (
    <>
      <TagsInput
        label={t('cors.origins')}
        description={t('cors.originsHint')}
        placeholder="https://app.example.com"
        value={rule.AllowedOrigins ?? []}
        onChange={(AllowedOrigins) => onChange({ ...rule, AllowedOrigins })}
      />
      <Checkbox.Group
        label={t('cors.methods')}
        value={rule.AllowedMethods ?? []}
        onChange={(AllowedMethods) => onChange({ ...rule, AllowedMethods })}
      >
        <Group gap="md" mt={4}>
          {methods.map((method) => (
            <Checkbox key={method} value={method} label={method} />
          ))}
        </Group>
      </Checkbox.Group>
      <TagsInput
        label={t('cors.headers')}
        description={t('cors.headersHint')}
        value={rule.AllowedHeaders ?? []}
        onChange={(AllowedHeaders) => onChange({ ...rule, AllowedHeaders })}
      />
      <TagsInput
        label={t('cors.expose')}
        description={t('cors.exposeHint')}
        value={rule.ExposeHeaders ?? []}
        onChange={(ExposeHeaders) => onChange({ ...rule, ExposeHeaders })}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={t('cors.maxAge')}
          min={0}
          allowDecimal={false}
          value={rule.MaxAgeSeconds ?? ''}
          onChange={(age) => {
            const { MaxAgeSeconds, ...rest } = rule
            onChange(age === '' ? rest : { ...rest, MaxAgeSeconds: Number(age) })
          }}
        />
        <TextInput
          label={t('fields.id')}
          value={rule.ID ?? ''}
          onChange={(event) => onChange({ ...rule, ID: event.currentTarget.value })}
        />
      </Group>
    </>
  )
}
