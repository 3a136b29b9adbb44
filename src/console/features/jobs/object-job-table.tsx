import { Badge, Button, Progress, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { mayChange, useSession } from '../../api/session.ts'
import { DataTable } from '../../components/data-table.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { formatBytes, formatCount, formatMoment } from '../../lib/format.ts'
import type { OutputOf } from '../../../admin/contract.ts'

type ObjectJob = OutputOf<'listObjectJobs'>['jobs'][number]

interface ObjectJobTableProps {
  readonly jobs: readonly ObjectJob[]
  readonly project: string
  readonly bucket: string
}

const colours = { queued: 'gray', running: 'blue', done: 'green', failed: 'red', cancelled: 'gray' } as const
const percent = 100

export function ObjectJobTable({ jobs, project, bucket }: ObjectJobTableProps) {
  const { t } = useTranslation('activity')
  const isChangeable = mayChange(useSession(), project)
  const tell = useTellProblem()
  const cancellation = useAdminChange('cancelObjectJob', ['listObjectJobs'])
  const cancel = (id: string) =>
    modals.openConfirmModal({
      title: t('objectJobs.cancel'),
      children: t('objectJobs.cancelHint'),
      labels: { confirm: t('objectJobs.cancel'), cancel: t('actions.close', { ns: 'common' }) },
      onConfirm: () => cancellation.mutate({ project, name: bucket, id }, { onError: tell }),
    })
  return (
    <DataTable
      label={t('jobs.tabs.objects')}
      minWidth={760}
      rows={jobs}
      keyOf={({ id }) => id}
      columns={[
        { title: t('jobs.job'), cell: (job) => <WhatItDoes job={job} /> },
        {
          title: t('jobs.state'),
          cell: ({ state }) => (
            <Badge miw="max-content" variant="light" color={colours[state]} tt="none">
              {t(`objectJobs.states.${state}`)}
            </Badge>
          ),
        },
        { title: t('objectJobs.progress'), cell: (job) => <Done job={job} /> },
        { title: t('columns.bytes'), align: 'right', cell: ({ bytes }) => formatBytes(bytes) },
        { title: t('objectJobs.failures'), cell: (job) => <Failures job={job} /> },
        { title: t('objectJobs.begun'), cell: ({ createdAt }) => formatMoment(createdAt) },
        {
          title: t('columns.actions'),
          align: 'right',
          cell: ({ id, endedAt }) =>
            isChangeable &&
            endedAt === null && (
              <Button size="compact-xs" variant="subtle" color="red" onClick={() => cancel(id)}>
                {t('objectJobs.cancel')}
              </Button>
            ),
        },
      ]}
    />
  )
}

function WhatItDoes({ job: { action, keys, prefixes, to } }: { readonly job: ObjectJob }) {
  const { t } = useTranslation('activity')
  const [first = '', ...others] = [...prefixes.map((prefix) => prefix || '*'), ...keys]
  return (
    <>
      <Text size="sm" fw={500}>
        {t(`objectJobs.actions.${action}`)}
      </Text>
      <Text size="xs" c="dimmed" maw={320} truncate title={first}>
        {first} {others.length > 0 && t('objectJobs.andOthers', { count: others.length })}
      </Text>
      {to && (
        <Text size="xs" c="dimmed" maw={320} truncate>
          → {to.bucket}/{to.key ?? to.prefix ?? ''}
        </Text>
      )}
    </>
  )
}

function Done({ job: { done, total } }: { readonly job: ObjectJob }) {
  const { t } = useTranslation('activity')
  if (total === null) return t('objectJobs.done', { done: formatCount(done) })
  const text = t('objectJobs.doneOf', { done: formatCount(done), total: formatCount(total) })
  return (
    <>
      <Text size="xs">{text}</Text>
      <Progress value={total === 0 ? percent : (done / total) * percent} size="sm" aria-label={text} />
    </>
  )
}

function Failures({ job: { failed, errors } }: { readonly job: ObjectJob }) {
  if (failed === 0) return undefined
  return (
    <>
      <Text size="sm">{formatCount(failed)}</Text>
      {errors.map(({ key, code, message }) => (
        <Text key={key} size="xs" maw={320} style={{ overflowWrap: 'anywhere' }}>
          {key}: {message} ({code})
        </Text>
      ))}
    </>
  )
}
