import { Button, Group, Paper, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fromLocalTime, toLocalTime } from './local-time.ts'
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
  const submit = ({ since, until, ...rest }: typeof form.values) => {
    const given = { ...rest, since: fromLocalTime(since), until: fromLocalTime(until) }
    onSearch(
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')),
    )
  }
  return (
    <Paper withBorder p="sm" radius="md" component="search">
      <form onSubmit={form.onSubmit(submit)}>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="xs" verticalSpacing="xs">
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
