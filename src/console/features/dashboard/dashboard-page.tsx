import { SegmentedControl, Select, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session.ts'
import { Page } from '../../components/page.tsx'
import { FirstSteps } from './first-steps.tsx'
import { GroupPanel } from './group-panel.tsx'
import { HealthPanel } from './health-panel.tsx'
import { FailedRequests, SlowRequests } from './request-panels.tsx'
import { RequestsOverTime } from './requests-over-time.tsx'
import { spanNames, spanOf } from './span.ts'
import { StorageOverTime } from './storage-over-time.tsx'
import { Tiles } from './tiles.tsx'

/** How the store fares: what it holds, what is asked of it, and what goes wrong. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard')
  const [span, setSpan] = useState(() => spanOf('day'))
  const [project, setProject] = useState<string | null>(null)
  const { role } = useSession()
  const about = { span, project: project ?? undefined }
  return (
    <Page
      title={t('title')}
      hint={t(`spans.${span.name}Hint`)}
      actions={
        <>
          <ProjectFilter value={project} onChange={setProject} />
          <SegmentedControl
            size="xs"
            aria-label={t('span')}
            data={spanNames.map((value) => ({ value, label: t(`spans.${value}`) }))}
            value={span.name}
            onChange={(name) => {
              setSpan(spanOf(name))
            }}
          />
        </>
      }
    >
      <FirstSteps />
      <Tiles {...about} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <RequestsOverTime {...about} />
        <StorageOverTime {...about} />
        {project === null && <GroupPanel {...about} by="project" />}
        <GroupPanel {...about} by="operation" />
        <FailedRequests {...about} />
        <SlowRequests {...about} />
      </SimpleGrid>
      {role === 'operator' && <HealthPanel />}
    </Page>
  )
}

interface ProjectFilterProps {
  readonly value: string | null
  readonly onChange: (project: string | null) => void
}

function ProjectFilter({ value, onChange }: ProjectFilterProps) {
  const { t } = useTranslation('dashboard')
  const projects = useQuery(adminQuery('listProjects')).data?.projects ?? []
  return (
    <Select
      size="xs"
      w={180}
      aria-label={t('project')}
      placeholder={t('allProjects')}
      data={projects.map(({ name }) => name)}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('allProjects') }}
    />
  )
}
