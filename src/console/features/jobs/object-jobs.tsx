import { Group, Select, Stack } from '@mantine/core'
import { IconTransfer } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Queried } from '../../components/queried.tsx'
import { ProjectSelect } from '../logs/project-select.tsx'
import { ObjectJobTable } from './object-job-table.tsx'

const everyMs = 2000

/** Copies, moves and deletions of objects that the server was told to make, by bucket. */
export function ObjectJobs() {
  const { t } = useTranslation('activity')
  const { project: given, bucket } = useSearch({ from: '/shell/jobs' })
  const navigate = useNavigate()
  const first = useFirstProject()
  const project = given ?? first
  const buckets = useQuery({ ...adminQuery('listBuckets', { project }), enabled: project !== '' })
  const show = (next: { readonly project: string; readonly bucket?: string }) =>
    void navigate({ to: '/jobs', search: { tab: 'objects', ...next } })
  return (
    <Stack>
      <Group align="flex-end" gap="xs">
        <ProjectSelect value={project} onChange={(name) => show({ project: name })} isRequired />
        <Select
          size="xs"
          searchable
          label={t('columns.bucket')}
          placeholder={t('objectJobs.choose')}
          data={(buckets.data?.buckets ?? []).map(({ name }) => name)}
          value={bucket ?? null}
          onChange={(name) => show({ project, ...(name !== null && { bucket: name }) })}
        />
      </Group>
      {bucket === undefined ? (
        <EmptyState icon={IconTransfer} title={t('objectJobs.chooseTitle')}>
          {t('objectJobs.chooseHint')}
        </EmptyState>
      ) : (
        <JobsOfBucket project={project} bucket={bucket} />
      )}
    </Stack>
  )
}

/** Of those that the operator may see; empty until they are known. */
function useFirstProject(): string {
  const { projects } = useSession()
  const { data } = useQuery(adminQuery('listProjects'))
  return projects?.[0] ?? data?.projects[0]?.name ?? ''
}

interface JobsOfBucketProps {
  readonly project: string
  readonly bucket: string
}

function JobsOfBucket({ project, bucket }: JobsOfBucketProps) {
  const { t } = useTranslation('activity')
  const query = useQuery({
    ...adminQuery('listObjectJobs', { project, name: bucket }),
    refetchInterval: ({ state }) =>
      state.data?.jobs.some(({ endedAt }) => endedAt === null) ? everyMs : false,
  })
  return (
    <Queried query={query}>
      {({ jobs }) =>
        jobs.length === 0 ? (
          <EmptyState icon={IconTransfer} title={t('objectJobs.emptyTitle')}>
            {t('objectJobs.empty')}
          </EmptyState>
        ) : (
          <ObjectJobTable jobs={jobs} project={project} bucket={bucket} />
        )
      }
    </Queried>
  )
}
