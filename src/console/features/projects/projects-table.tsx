import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../api/session.ts'
import { DataTable } from '../../components/data-table.tsx'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { UsageBar } from '../../components/usage-bar.tsx'
import { formatBytes, formatCount, formatMoment } from '../../lib/format.ts'
import { heldBytes, type Project } from './project.ts'
import { ProjectMenu } from './project-menu.tsx'
import { ProjectState } from './project-state.tsx'

export function ProjectsTable({ projects }: { readonly projects: readonly Project[] }) {
  const { t } = useTranslation('projects')
  const isOperator = mayChange(useSession())
  const columns = [
    { title: t('column.name'), cell: (project: Project) => <ProjectName project={project} /> },
    { title: t('column.state'), cell: (project: Project) => <ProjectState project={project} /> },
    { title: t('column.stored'), cell: (project: Project) => <StoredBar project={project} /> },
    {
      title: t('column.objects'),
      cell: ({ name, usage, quota }: Project) => (
        <CountBar label={t('bar.objects', { name })} used={usage.objects} limit={quota.objects} />
      ),
    },
    {
      title: t('column.buckets'),
      cell: ({ name, usage, quota }: Project) => (
        <CountBar label={t('bar.buckets', { name })} used={usage.buckets} limit={quota.buckets} />
      ),
    },
    { title: t('column.created'), cell: ({ createdAt }: Project) => formatMoment(createdAt) },
  ]
  const actions = {
    title: t('column.actions'),
    cell: (project: Project) => <ProjectMenu project={project} variant="subtle" />,
  }
  return (
    <DataTable
      label={t('list.title')}
      columns={isOperator ? [...columns, actions] : columns}
      rows={projects}
      keyOf={({ id }) => id}
      minWidth={900}
    />
  )
}

function ProjectName({ project: { name, namespace } }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  return (
    <>
      <AnchorLink to="/projects/$project" params={{ project: name }} fw={500} size="sm">
        {name}
      </AnchorLink>
      {namespace === 'own' && (
        <Text size="xs" c="dimmed">
          {t('namespace.own')}
        </Text>
      )}
    </>
  )
}

function StoredBar({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  return (
    <UsageBar
      isCompact
      label={t('bar.stored', { name: project.name })}
      used={heldBytes(project)}
      limit={project.quota.bytes}
      format={formatBytes}
    />
  )
}

interface CountBarProps {
  readonly label: string
  readonly used: number
  readonly limit: number | null
}

const CountBar = (props: CountBarProps) => <UsageBar isCompact {...props} format={formatCount} />
