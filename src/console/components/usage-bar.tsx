import { Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatPercent } from '../lib/format.ts'

interface UsageBarProps {
  readonly label: string
  readonly used: number
  /** Null: no bound. */
  readonly limit: number | null
  readonly format: (value: number) => string
  /** Whether the label is for screen readers only, as in a table. */
  readonly isCompact?: boolean
}

const colorOf = (share: number) => {
  if (share >= 1) return 'red'
  return share >= 0.8 ? 'orange' : 'cyan'
}

/** How much of a quota is used, as words and as a bar. */
export function UsageBar({ label, used, limit, format, isCompact = false }: UsageBarProps) {
  const { t } = useTranslation()
  const shownUse = { used: format(used), limit: limit === null ? '' : format(limit) }
  if (limit === null && isCompact) return <Text size="sm">{shownUse.used}</Text>
  const share = limit === null ? 0 : used / Math.max(limit, 1)
  return (
    <Stack gap={2} miw={120}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        {!isCompact && (
          <Text size="sm" fw={500}>
            {label}
          </Text>
        )}
        <Text size={isCompact ? 'xs' : 'sm'} c="dimmed">
          {limit === null ? t('usage.unlimited', shownUse) : t('usage.of', shownUse)}
          {limit !== null && !isCompact && ` (${formatPercent(share)})`}
        </Text>
      </Group>
      {limit !== null && (
        <Progress.Root size={isCompact ? 'xs' : 'sm'}>
          <Progress.Section
            value={Math.min(100, share * 100)}
            color={colorOf(share)}
            aria-label={label}
            aria-valuetext={t('usage.of', shownUse)}
          />
        </Progress.Root>
      )}
    </Stack>
  )
}
