import { Badge, Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../api/queries.ts'
import { DataTable } from '../../components/data-table.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { Queried } from '../../components/queried.tsx'
import { formatAgo, formatMilliseconds } from '../../lib/format.ts'
import { DiskSpace } from './disk-space.tsx'
import { JobName } from './job-name.tsx'
import { JobResult } from './job-result.tsx'
import type { Job } from './job.ts'

const everyMs = 5000
const secondMs = 1000

/** What runs on a schedule: when it did, what came of it, when it does again. */
export function ScheduledJobs() {
  const { t } = useTranslation('activity')
  const query = useQuery({ ...adminQuery('listJobs'), refetchInterval: everyMs })
  return (
    <Stack>
      <DiskSpace />
      <Queried query={query}>
        {({ jobs }) => (
          <DataTable
            label={t('jobs.tabs.schedule')}
            minWidth={820}
            rows={jobs}
            keyOf={({ name }) => name}
            columns={[
              { title: t('jobs.job'), cell: ({ name }) => <JobName name={name} /> },
              { title: t('jobs.state'), cell: (job) => <JobState job={job} /> },
              {
                title: t('jobs.lastRun'),
                cell: ({ lastRun }) => lastRun && formatAgo(lastRun.endedAt),
              },
              {
                title: t('columns.duration'),
                align: 'right',
                cell: ({ lastRun }) => lastRun && formatMilliseconds(lengthOf(lastRun)),
              },
              { title: t('jobs.result'), cell: ({ lastRun }) => <JobResult lastRun={lastRun} /> },
              { title: t('jobs.nextRun'), cell: (job) => <NextRun job={job} /> },
              { title: t('columns.actions'), align: 'right', cell: (job) => <RunNow job={job} /> },
            ]}
          />
        )}
      </Queried>
    </Stack>
  )
}

const lengthOf = ({ startedAt, endedAt }: NonNullable<Job['lastRun']>) =>
  Date.parse(endedAt) - Date.parse(startedAt)

const colours = { running: 'blue', waiting: 'gray', fine: 'green', failed: 'red' } as const

function stateOf({ isRunning, lastRun }: Job): keyof typeof colours {
  if (isRunning) return 'running'
  if (lastRun === null) return 'waiting'
  return lastRun.problem === null ? 'fine' : 'failed'
}

function JobState({ job }: { readonly job: Job }) {
  const { t } = useTranslation('activity')
  const state = stateOf(job)
  return (
    <Badge miw="max-content" variant="light" color={colours[state]} tt="none">
      {t(`jobs.states.${state}`)}
    </Badge>
  )
}

function NextRun({ job: { everySeconds, nextAt, isRunning } }: { readonly job: Job }) {
  const { t } = useTranslation('activity')
  return (
    <>
      {!isRunning && nextAt !== null && <Text size="sm">{formatAgo(nextAt)}</Text>}
      <Text size="xs" c="dimmed">
        {t('jobs.every', { interval: intervalOf(everySeconds) })}
      </Text>
    </>
  )
}

const longUnits = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** In the largest unit that fits: `15 min`, `0.5 s`. */
function intervalOf(seconds: number): string {
  const unit = longUnits.find(([, length]) => seconds >= length)
  if (!unit) return formatMilliseconds(seconds * secondMs)
  const [name, length] = unit
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(seconds / length)
}

function RunNow({ job: { name, isRunning } }: { readonly job: Job }) {
  const { t } = useTranslation('activity')
  const tell = useTellProblem()
  const run = useAdminChange('runJob', ['listJobs'])
  const start = () =>
    run.mutate(
      { name },
      {
        onError: tell,
        onSuccess: () => notifications.show({ color: 'green', message: t('jobs.started', { name }) }),
      },
    )
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconPlayerPlay size={14} aria-hidden />}
      disabled={isRunning}
      loading={run.isPending}
      aria-label={t('jobs.runNamed', { name })}
      onClick={start}
    >
      {t('jobs.run')}
    </Button>
  )
}
