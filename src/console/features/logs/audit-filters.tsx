import { Autocomplete, Button, Group, Paper, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { endpoints } from 'virtual:admin-endpoints'
import { fromLocalTime, toLocalTime } from './local-time.ts'
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
  const submit = ({ since, until, ...rest }: typeof form.values) => {
    const given = { ...rest, since: fromLocalTime(since), until: fromLocalTime(until) }
    onSearch(
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')),
    )
  }
  return (
    <Paper withBorder p="sm" radius="md" component="search">
      <form onSubmit={form.onSubmit(submit)}>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="xs" verticalSpacing="xs">
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
          <TextInput
            size="xs"
            type="datetime-local"
            label={t('filters.since')}
            {...form.getInputProps('since')}
          />
          <TextInput
            size="xs"
            type="datetime-local"
            label={t('filters.until')}
            {...form.getInputProps('until')}
          />
        </SimpleGrid>
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button size="xs" variant="subtle" onClick={() => onSearch({})}>
            {t('filters.clear')}
          </Button>
          <Button size="xs" type="submit" leftSection={<IconSearch size={14} aria-hidden />}>
            {t('actions.search', { ns: 'common' })}
          </Button>
        </Group>
      </form>
    </Paper>
  )
}
