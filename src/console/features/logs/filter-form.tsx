import { Button, Group, Paper, SimpleGrid, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fromLocalTime } from './local-time.ts'
import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'

/** The moments are local time, as the browser's fields have it; what is empty is not asked for. */
interface FilterValues {
  readonly since: string
  readonly until: string
}

interface FilterFormProps<Values extends FilterValues, Search extends object> {
  readonly form: UseFormReturnType<Values>
  /** Fields beside each other on a wide screen. */
  readonly columns: number
  readonly onSearch: (search: Search) => void
  readonly children: ReactNode
}

/** What to look for in a log: its own fields, a span of time, and the buttons. */
export function FilterForm<Values extends FilterValues, Search extends object>(
  props: FilterFormProps<Values, Search>,
) {
  const { form, columns, onSearch, children } = props
  const { t } = useTranslation('activity')
  const submit = (values: Values) => {
    onSearch(searchOf(values) as Search)
  }
  return (
    <Paper withBorder p="sm" radius="md" component="search">
      <form onSubmit={form.onSubmit(submit)}>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: columns }} spacing="xs" verticalSpacing="xs">
          {children}
          {(['since', 'until'] as const).map((name) => (
            <TextInput
              key={name}
              size="xs"
              type="datetime-local"
              label={t(`filters.${name}`)}
              {...form.getInputProps(name)}
            />
          ))}
        </SimpleGrid>
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button size="xs" variant="subtle" onClick={() => onSearch({} as Search)}>
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

function searchOf({ since, until, ...rest }: FilterValues): object {
  const given = { ...rest, since: fromLocalTime(since), until: fromLocalTime(until) }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
}
