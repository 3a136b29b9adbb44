import { Alert, Autocomplete, Group, NumberInput, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { oldPrefix, withOldPrefix } from '../fields/old-prefix.ts'
import { RuleList } from '../fields/rule-list.tsx'
import { useBucket } from '../frame/use-setting.ts'
import type { BucketPlace } from '../frame/bucket-place.ts'
import type { FormProps } from '../frame/form-props.ts'

type Rule = NonNullable<FormProps<'replication'>['value']['Rules']>[number]

interface ReplicationRulesProps extends FormProps<'replication'> {
  readonly place: BucketPlace
}

/** The rules: what is copied, and to where. */
export function ReplicationRules({ place, value, onChange }: ReplicationRulesProps) {
  const { t } = useTranslation('settings')
  const isVersioned = useBucket(place).data?.versioning === 'enabled'
  return (
    <Stack gap="md">
      {!isVersioned && <Alert color="orange">{t('replication.needsVersions')}</Alert>}
      <RuleList
        rules={value.Rules ?? []}
        onChange={(Rules) => onChange({ ...value, Rules })}
        nameOf={({ ID }, index) => ID ?? t('fields.rule', { number: index + 1 })}
        summaryOf={(rule) =>
          t(prefixOf(rule) === '' ? 'replication.copiesAll' : 'replication.copiesBelow', {
            prefix: prefixOf(rule),
            target: targetOf(rule),
          })
        }
        isDisabled={({ Status }) => Status === 'Disabled'}
        fields={(rule, put) => <RuleFields place={place} rule={rule} onChange={put} />}
        add={{ label: t('replication.add'), create: newRule }}
        empty={{ icon: IconCopy, title: t('replication.emptyTitle'), hint: t('replication.emptyHint') }}
      />
    </Stack>
  )
}

const prefixOf = (rule: Rule) => rule.Filter?.And?.Prefix ?? rule.Filter?.Prefix ?? oldPrefix(rule) ?? ''

function targetOf({ Destination }: Rule): string {
  const name = Destination?.Bucket?.split(':').at(-1)
  return name === undefined || name === '' ? '—' : name
}

const newRule = (index: number): Rule => ({
  ID: `copy-${String(index + 1)}`,
  Priority: index + 1,
  Status: 'Enabled',
  Filter: { Prefix: '' },
  DeleteMarkerReplication: { Status: 'Enabled' },
  Destination: { Bucket: 'arn:aws:s3:::' },
})

interface RuleFieldsProps {
  readonly place: BucketPlace
  readonly rule: Rule
  readonly onChange: (rule: Rule) => void
}

/** The rule about another prefix, in the form that it has. */
function withPrefix(rule: Rule, prefix: string): Rule {
  if (oldPrefix(rule) !== undefined) return withOldPrefix(rule, prefix)
  const { And } = rule.Filter ?? {}
  return { ...rule, Filter: And ? { And: { ...And, Prefix: prefix } } : { Prefix: prefix } }
}

function RuleFields({ place, rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('settings')
  const { data } = useQuery(adminQuery('listBuckets', { project: place.project }))
  const arns = (data?.buckets ?? [])
    .filter(({ name }) => name !== place.name)
    .map(({ name }) => `arn:aws:s3:::${name}`)
  const status = (isOn: boolean) => (isOn ? 'Enabled' : 'Disabled')
  return (
    <>
      <Autocomplete
        label={t('replication.to')}
        description={t('replication.toHint')}
        data={arns}
        value={rule.Destination?.Bucket ?? ''}
        onChange={(Bucket) => onChange({ ...rule, Destination: { ...rule.Destination, Bucket } })}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={t('fields.prefix')}
          value={prefixOf(rule)}
          onChange={(event) => onChange(withPrefix(rule, event.currentTarget.value))}
        />
        <NumberInput
          label={t('replication.priority')}
          min={0}
          allowDecimal={false}
          value={rule.Priority ?? ''}
          onChange={(priority) => onChange({ ...rule, Priority: Number(priority) })}
        />
        <TextInput
          label={t('fields.id')}
          value={rule.ID ?? ''}
          onChange={(event) => onChange({ ...rule, ID: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Group gap="lg">
        <Switch
          label={t('replication.markers')}
          checked={rule.DeleteMarkerReplication?.Status === 'Enabled'}
          onChange={(event) =>
            onChange({ ...rule, DeleteMarkerReplication: { Status: status(event.currentTarget.checked) } })
          }
        />
        <Switch
          label={t('fields.on')}
          checked={rule.Status === 'Enabled'}
          onChange={(event) => onChange({ ...rule, Status: status(event.currentTarget.checked) })}
        />
      </Group>
    </>
  )
}
