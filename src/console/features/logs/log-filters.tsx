import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FilterForm } from './filter-form.tsx'
import { toLocalTime } from './local-time.ts'
import { statusClasses, type LogSearch } from './log-search.ts'
import { ProjectSelect } from './project-select.tsx'

interface LogFiltersProps {
  readonly search: LogSearch
  readonly onSearch: (search: LogSearch) => void
}

const texts = ['bucket', 'prefix', 'operation', 'error', 'keyId', 'requestId'] as const

/** What to look for; the address of the page keeps it. */
export function LogFilters({ search, onSearch }: LogFiltersProps) {
  const { t } = useTranslation('activity')
  const form = useForm({
    initialValues: {
      project: search.project ?? '',
      status: search.status ?? '',
      since: toLocalTime(search.since),
      until: toLocalTime(search.until),
      ...Object.fromEntries(texts.map((name) => [name, search[name] ?? ''])),
    } as Record<keyof LogSearch, string>,
  })
  return (
    <FilterForm form={form} columns={5} onSearch={onSearch}>
      <ProjectSelect
        value={form.values.project}
        onChange={(project) => form.setFieldValue('project', project)}
      />
      {texts.slice(0, 3).map((name) => (
        <TextInput key={name} size="xs" label={t(`logs.filters.${name}`)} {...form.getInputProps(name)} />
      ))}
      <Select
        size="xs"
        label={t('logs.filters.status')}
        placeholder={t('filters.any')}
        clearable
        data={statusClasses.map((value) => ({ value, label: t(`logs.statuses.${value}`) }))}
        value={form.values.status || null}
        onChange={(status) => form.setFieldValue('status', status ?? '')}
      />
      {texts.slice(3).map((name) => (
        <TextInput key={name} size="xs" label={t(`logs.filters.${name}`)} {...form.getInputProps(name)} />
      ))}
    </FilterForm>
  )
}
