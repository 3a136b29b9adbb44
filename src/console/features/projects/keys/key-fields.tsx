import { Autocomplete, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { firstDate, lifetimes } from './expiry.ts'
import { reaches } from './key-values.ts'
import { policyTemplate } from './policy-template.ts'
import type { KeyForm } from './use-key-form.ts'

interface KeyFieldsProps {
  readonly form: KeyForm
  readonly project: string
}

/** Name, reach and expiry of a new key. */
export function KeyFields({ form, project }: KeyFieldsProps) {
  const { t } = useTranslation('projects')
  return (
    <>
      <TextInput
        data-autofocus
        label={t('key.name')}
        description={t('key.nameHint')}
        maxLength={128}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <ReachFields form={form} project={project} />
      <ExpiryFields form={form} />
    </>
  )
}

function ReachFields({ form, project }: KeyFieldsProps) {
  const { t } = useTranslation('projects')
  const { reach } = form.values
  const choose = (chosen: string) => {
    form.setFieldValue('reach', chosen)
    if (chosen === 'policy' && form.values.policy === '') form.setFieldValue('policy', policyTemplate)
  }
  return (
    <>
      <NativeSelect
        label={t('key.reach')}
        data={reaches.map((value) => ({ value, label: t(`reach.${value}`) }))}
        value={reach}
        onChange={(event) => {
          choose(event.currentTarget.value)
        }}
      />
      {(reach === 'bucket' || reach === 'prefix') && <BucketField form={form} project={project} />}
      {reach === 'prefix' && (
        <TextInput
          label={t('key.prefix')}
          description={t('key.prefixHint')}
          placeholder="invoices/2026/"
          {...form.getInputProps('prefix')}
        />
      )}
      {reach === 'policy' ? (
        <Textarea
          label={t('key.policy')}
          description={t('key.policyHint')}
          autosize
          minRows={8}
          maxRows={16}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          {...form.getInputProps('policy')}
        />
      ) : (
        <Checkbox label={t('key.readOnly')} {...form.getInputProps('isReadOnly', { type: 'checkbox' })} />
      )}
    </>
  )
}

function BucketField({ form, project }: KeyFieldsProps) {
  const { t } = useTranslation('projects')
  const { data } = useQuery(adminQuery('listBuckets', { project }))
  return (
    <Autocomplete
      label={t('key.bucket')}
      data={data?.buckets.map(({ name }) => name) ?? []}
      limit={20}
      {...form.getInputProps('bucket')}
    />
  )
}

function ExpiryFields({ form }: Pick<KeyFieldsProps, 'form'>) {
  const { t } = useTranslation('projects')
  return (
    <Group grow align="flex-start">
      <NativeSelect
        label={t('key.lifetime')}
        data={lifetimes.map((value) => ({ value, label: t(`lifetime.${value}`) }))}
        {...form.getInputProps('lifetime')}
      />
      {form.values.lifetime === 'date' && (
        <TextInput type="date" label={t('key.date')} min={firstDate()} {...form.getInputProps('date')} />
      )}
    </Group>
  )
}
