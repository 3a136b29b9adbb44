import { Badge, Button, Group, List, Paper, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { useTellProblem } from '../../components/problem-text.ts'
import { formatAgo, formatBytes, formatCount } from '../../lib/format.ts'
import { addressOf, type Place } from './place.ts'
import { isOpen, type ObjectJob } from './use-object-jobs.ts'

interface JobCardProps {
  readonly job: ObjectJob
  readonly place: Place
  readonly canChange: boolean
}

const colours = { queued: 'gray', running: 'blue', done: 'green', failed: 'red', cancelled: 'gray' } as const

/** What a job is about, how far it has come, and what it failed at. */
export function JobCard({ job, place, canChange }: JobCardProps) {
  const { t } = useTranslation('browser')
  const cancel = useAdminChange('cancelObjectJob', ['listObjectJobs'])
  const tellProblem = useTellProblem()
  const { state, done, total, bytes, createdAt } = job
  return (
    <Paper withBorder p="sm">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            <Subject job={job} />
          </Text>
          <Badge variant="dot" color={colours[state]} style={{ flex: 'none' }}>
            {t(`jobs.states.${state}`)}
          </Badge>
        </Group>
        <Progress
          value={percentOf(job)}
          animated={state === 'running'}
          color={colours[state]}
          aria-label={t('jobs.progress')}
        />
        <Text size="xs" c="dimmed">
          {total === null
            ? t('jobs.counted', { done: formatCount(done), size: formatBytes(bytes) })
            : t('jobs.of', { done: formatCount(done), total: formatCount(total), size: formatBytes(bytes) })}
          {' · '}
          {formatAgo(createdAt)}
        </Text>
        <Failures job={job} />
        {canChange && isOpen(job) && (
          <Button
            size="compact-sm"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ ...addressOf(place), id: job.id }, { onError: tellProblem })}
          >
            {t('jobs.cancel')}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}

function Subject({ job: { action, keys, prefixes, to } }: { readonly job: ObjectJob }) {
  const { t } = useTranslation('browser')
  const names = [...prefixes, ...keys]
  const what = names.length === 1 ? (names[0] ?? '') : t('jobs.items', { count: names.length })
  return t(`jobs.actions.${action}`, {
    what: what || t('jobs.everything'),
    where: to && `${to.bucket}/${to.key ?? to.prefix ?? ''}`,
  })
}

function Failures({ job: { failed, errors } }: { readonly job: ObjectJob }) {
  const { t } = useTranslation('browser')
  if (failed === 0) return null
  return (
    <>
      <Text size="xs" c="red">
        {t('jobs.failed', { count: failed })}
      </Text>
      <List size="xs" style={{ overflowWrap: 'anywhere' }}>
        {errors.map(({ key, code, message }) => (
          <List.Item key={key}>
            {key}: {message} ({code})
          </List.Item>
        ))}
      </List>
    </>
  )
}

const percentOf = ({ state, done, total }: ObjectJob): number => {
  if (state === 'done' || total === 0) return 100
  return total === null ? 0 : (done / total) * 100
}
