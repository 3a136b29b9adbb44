import { Button, CloseButton, Group, Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatCount } from '../../lib/format.ts'
import type { RunnableAction } from './use-actions.ts'
import type { Row } from './row.ts'

interface SelectionBarProps {
  readonly selected: readonly Row[]
  readonly actions: readonly RunnableAction[]
  readonly onClear: () => void
}

/** How much is selected, and what can be done with it. */
export function SelectionBar({ selected, actions, onClear }: SelectionBarProps) {
  const { t } = useTranslation('browser')
  const count = selected.length
  const bytes = selected.reduce((sum, { size = 0 }) => sum + size, 0)
  return (
    <Paper withBorder px="xs" py={4} role="toolbar" aria-label={t('select.toolbar')} mih={40}>
      <Group gap={4} mih={30}>
        <Text size="sm" {...(count === 0 && { c: 'dimmed' })} me="xs" role="status">
          {count === 0
            ? t('select.none')
            : t('select.some', { count, number: formatCount(count), size: formatBytes(bytes) })}
        </Text>
        {actions.map(({ name, icon: Picture, run, isDestructive }) => (
          <Button
            key={name}
            size="compact-sm"
            variant="subtle"
            {...(isDestructive && { color: 'red' })}
            leftSection={<Picture size={16} />}
            onClick={run}
          >
            {t(`do.${name}`)}
          </Button>
        ))}
        {count > 0 && <CloseButton aria-label={t('select.clear')} onClick={onClear} ms="auto" />}
      </Group>
    </Paper>
  )
}
