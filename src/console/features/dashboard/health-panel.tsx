import { Badge, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { formatAgo, formatBytes, formatPercent } from '../../lib/format.ts'
import { refetchMs } from './about.ts'
import type { OutputOf } from '../../../admin/contract.ts'

/** From here on a disk is shown as nearly full, and as full. */
const tight = 0.8
const full = 0.95

/** Disk, jobs and version of the server. */
export function HealthPanel() {
  const { t } = useTranslation('dashboard')
  const system = useQuery({ ...adminQuery('getSystem'), refetchInterval: refetchMs })
  const jobs = useQuery({ ...adminQuery('listJobs'), refetchInterval: refetchMs })
  return (
    <Panel title={t('health.title')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl">
        <Queried query={system}>{({ disk }) => <Disk disk={disk} />}</Queried>
        <Queried query={jobs}>{(answer) => <Jobs jobs={answer.jobs} />}</Queried>
        <Queried query={system}>{(answer) => <Version system={answer} />}</Queried>
      </SimpleGrid>
    </Panel>
  )
}

function Disk({ disk: { path, freeBytes, totalBytes } }: { readonly disk: OutputOf<'getSystem'>['disk'] }) {
  const { t } = useTranslation('dashboard')
  const share = 1 - freeBytes / Math.max(totalBytes, 1)
  const color = share >= full ? 'red' : share >= tight ? 'orange' : 'cyan'
  const words = t('health.free', { free: formatBytes(freeBytes), total: formatBytes(totalBytes) })
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('health.disk')}
      </Text>
      <Progress.Root>
        <Progress.Section
          value={share * 100}
          color={color}
          aria-label={t('health.disk')}
          aria-valuetext={words}
        />
      </Progress.Root>
      <Text size="sm">
        {words} ({t('health.used', { share: formatPercent(share) })})
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {path}
      </Text>
    </Stack>
  )
}

function Jobs({ jobs }: OutputOf<'listJobs'>) {
  const { t } = useTranslation('dashboard')
  const failed = jobs.filter(({ lastRun }) => lastRun !== null && lastRun.problem !== null)
  const isFine = failed.length === 0
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm" fw={600}>
        {t('health.jobs')}
      </Text>
      <Badge
        variant="light"
        color={isFine ? 'green' : 'red'}
        leftSection={isFine ? <IconCircleCheck size={14} /> : <IconAlertTriangle size={14} />}
      >
        {isFine
          ? t('health.jobsFine', { count: jobs.length })
          : t('health.jobsFailed', { count: failed.length })}
      </Badge>
      {failed.map(({ name, lastRun }) => (
        <Text key={name} size="sm">
          {`${name}: ${lastRun?.problem ?? ''}`}
        </Text>
      ))}
      <AnchorLink to="/jobs" size="sm">
        {t('health.allJobs')}
      </AnchorLink>
    </Stack>
  )
}

function Version({ system }: { readonly system: OutputOf<'getSystem'> }) {
  const { t } = useTranslation('dashboard')
  const { version, node, startedAt, workers } = system
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('health.version')}
      </Text>
      <Group gap="xs">
        <Text size="sm">{t('health.seau', { version })}</Text>
        <Text size="sm" c="dimmed">{`Node ${node}`}</Text>
      </Group>
      <Text size="sm">{t('health.workers', { count: workers })}</Text>
      <Text size="sm" c="dimmed">
        {t('health.started', { ago: formatAgo(startedAt) })}
      </Text>
    </Stack>
  )
}
