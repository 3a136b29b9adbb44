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

/** How much of a quota is used, as words and as a bar. */
export function UsageBar({ label, used, limit, format, isCompact = false }: UsageBarProps) {
  const { t } = useTranslation()
  if (limit === null && isCompact) return <Text size="sm">{format(used)}</Text>
  const share = limit === null ? undefined : used / Math.max(limit, 1)
  const words =
    limit === null
      ? t('usage.unlimited', { used: format(used) })
      : t('usage.of', { used: format(used), limit: format(limit) })
  return (
    <Stack gap={2} miw={120}>
      {isCompact ? (
        <Text size="xs" c="dimmed">
          {words}
        </Text>
      ) : (
        <Words label={label} words={share === undefined ? words : `${words} (${formatPercent(share)})`} />
      )}
      {share !== undefined && <Bar label={label} share={share} size={isCompact ? 'xs' : 'sm'} />}
    </Stack>
  )
}

const Words = ({ label, words }: { readonly label: string; readonly words: string }) => (
  <Group justify="space-between" gap="xs" wrap="nowrap">
    <Text size="sm" fw={500}>
      {label}
    </Text>
    <Text size="sm" c="dimmed">
      {words}
    </Text>
  </Group>
)

interface BarProps {
  readonly label: string
  /** Of 1. */
  readonly share: number
  readonly size: 'xs' | 'sm'
}

const Bar = ({ label, share, size }: BarProps) => (
  <Progress.Root size={size}>
    <Progress.Section
      value={Math.min(100, Math.round(share * 100))}
      color={colorOf(share)}
      aria-label={label}
    />
  </Progress.Root>
)

const colorOf = (share: number) => {
  if (share >= 1) return 'red'
  return share >= 0.8 ? 'orange' : 'cyan'
}
