import { Alert, Autocomplete, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import type { FormProps } from '../frame/form-props.ts'

type Logging = NonNullable<FormProps<'logging'>['value']['LoggingEnabled']>

const none: Partial<Logging> = {}

const sources = ['EventTime', 'DeliveryTime'] as const

interface LoggingFormProps extends FormProps<'logging'> {
  readonly project: string
}

/** Where the log goes, and how its objects are named. */
export function LoggingForm({ project, value, onChange }: LoggingFormProps) {
  const { t } = useTranslation('settings')
  const { data } = useQuery(adminQuery('listBuckets', { project }))
  const { TargetBucket = '', TargetPrefix = '', ...rest } = value.LoggingEnabled ?? none
  const put = (change: Partial<Logging>) =>
    onChange({ LoggingEnabled: { TargetBucket, TargetPrefix, ...rest, ...change } })
  const choose = (chosen: string) => {
    const source = sources.find((each) => each === chosen)
    put({
      TargetObjectKeyFormat: source
        ? { PartitionedPrefix: { PartitionDateSource: source } }
        : { SimplePrefix: {} },
    })
  }
  return (
    <Stack gap="sm">
      <Autocomplete
        label={t('logging.target')}
        description={t('logging.targetHint')}
        value={TargetBucket}
        onChange={(name) => put({ TargetBucket: name })}
        data={data?.buckets.map(({ name }) => name) ?? []}
      />
      <TextInput
        label={t('logging.prefix')}
        value={TargetPrefix}
        onChange={(event) => put({ TargetPrefix: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('logging.format')}
        value={rest.TargetObjectKeyFormat?.PartitionedPrefix?.PartitionDateSource ?? 'simple'}
        onChange={(event) => choose(event.currentTarget.value)}
        data={['simple', ...sources].map((each) => ({ value: each, label: t(`logging.formats.${each}`) }))}
      />
      <Alert color="blue">{t('logging.permission')}</Alert>
    </Stack>
  )
}
