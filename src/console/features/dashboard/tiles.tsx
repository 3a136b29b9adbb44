import { Paper, SimpleGrid, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { formatBytes, formatCount, formatPercent } from '../../lib/format.ts'
import { inputOf, refetchMs, type About } from './about.ts'
import { totalsOf } from './figures.ts'

/** The figures that one looks at first. */
export function Tiles(about: About) {
  const { t } = useTranslation('dashboard')
  const held = useHeld(about.project)
  const { by } = about.span
  const asked = useQuery({
    ...adminQuery('getRequestStatistics', { ...inputOf(about), by }),
    refetchInterval: refetchMs,
  })
  const totals = asked.data && totalsOf(asked.data.figures)
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} component="dl" m={0}>
      <Tile label={t('tiles.stored')} value={held && formatBytes(held.bytes)} />
      <Tile label={t('tiles.objects')} value={held && formatCount(held.objects)} />
      <Tile label={t('tiles.buckets')} value={held && formatCount(held.buckets)} />
      <Tile label={t('tiles.requests')} value={totals && formatCount(totals.requests)} />
      <Tile
        label={t('tiles.errors')}
        value={totals && formatPercent(totals.errors / Math.max(totals.requests, 1))}
        hint={totals && t('tiles.errorCount', { count: totals.errors })}
      />
      <Tile
        label={t('tiles.sent')}
        value={totals && formatBytes(totals.bytesOut)}
        hint={totals && t('tiles.received', { bytes: formatBytes(totals.bytesIn) })}
      />
    </SimpleGrid>
  )
}

function useHeld(project: string | undefined) {
  const { data } = useQuery({ ...adminQuery('listProjects'), refetchInterval: refetchMs })
  const usages = data?.projects
    .filter(({ name }) => project === undefined || name === project)
    .map(({ usage }) => usage)
  return usages?.reduce(
    (total, { bytes, partBytes, objects, buckets }) => ({
      bytes: total.bytes + bytes + partBytes,
      objects: total.objects + objects,
      buckets: total.buckets + buckets,
    }),
    { bytes: 0, objects: 0, buckets: 0 },
  )
}

interface TileProps {
  readonly label: string
  /** Undefined while it is being asked for. */
  readonly value: string | undefined
  readonly hint?: string | undefined
}

const Tile = ({ label, value, hint }: TileProps) => (
  <Paper withBorder radius="md" p="sm">
    <Text component="dt" size="xs" c="dimmed">
      {label}
    </Text>
    <Text component="dd" m={0} fz={22} fw={600} lh={1.3} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {value ?? <Skeleton component="span" display="block" h={24} my={3} w="60%" />}
    </Text>
    {hint !== undefined && (
      <Text component="dd" m={0} size="xs" c="dimmed">
        {hint}
      </Text>
    )}
  </Paper>
)
