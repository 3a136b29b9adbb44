import { Autocomplete, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { endpoints } from 'virtual:admin-endpoints'
import { FilterForm } from './filter-form.tsx'
import { toLocalTime } from './local-time.ts'
import { ProjectSelect } from './project-select.tsx'
import type { AuditSearch } from './audit-query.ts'

interface AuditFiltersProps {
  readonly search: AuditSearch
  /** Whether a project has to be named. */
  readonly isConfined: boolean
  readonly onSearch: (search: AuditSearch) => void
}

const changes = Object.entries(endpoints).flatMap(([name, [method]]) => (method === 'get' ? [] : [name]))
const outcomes = ['done', 'AccessDenied', 'InvalidArgument', 'NoSuchEntity', 'InternalError']

/** Which actions to look for; the address of the page keeps it. */
export function AuditFilters({ search, isConfined, onSearch }: AuditFiltersProps) {
  const { t } = useTranslation('activity')
  const { project = '', actor = '', call = '', outcome = '' } = search
  const form = useForm({
    initialValues: {
      ...{ project, actor, call, outcome },
      since: toLocalTime(search.since),
      until: toLocalTime(search.until),
    },
  })
  return (
    <FilterForm form={form} columns={6} onSearch={onSearch}>
      <TextInput size="xs" label={t('audit.filters.actor')} {...form.getInputProps('actor')} />
      <Autocomplete
        size="xs"
        label={t('audit.filters.call')}
        data={changes}
        limit={10}
        {...form.getInputProps('call')}
      />
      <ProjectSelect
        isRequired={isConfined}
        value={form.values.project}
        onChange={(value) => form.setFieldValue('project', value)}
      />
      <Autocomplete
        size="xs"
        label={t('audit.filters.outcome')}
        data={outcomes}
        {...form.getInputProps('outcome')}
      />
    </FilterForm>
  )
}
