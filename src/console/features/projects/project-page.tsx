import { Group } from '@mantine/core'
import { IconListSearch, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem.ts'
import { adminQuery } from '../../api/queries.ts'
import { mayChange, useSession } from '../../api/session.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { AnchorLink, ButtonLink } from '../../components/anchor-link.tsx'
import { Page } from '../../components/page.tsx'
import { Queried } from '../../components/queried.tsx'
import { ProjectMenu } from './project-menu.tsx'
import { ProjectState } from './project-state.tsx'
import { ProjectTabs } from './project-tabs.tsx'
import type { Project } from './project.ts'

const askAgainMs = 3000

export function ProjectPage() {
  const { project: name } = useParams({ from: '/shell/projects/$project' })
  const project = useQuery({
    ...adminQuery('getProject', { name }),
    refetchInterval: ({ state }) => (state.data?.state === 'deleting' ? askAgainMs : false),
  })
  const isGone = project.error instanceof Problem && project.error.code === 'NoSuchEntity'
  if (isGone) return <GonePage name={name} />
  if (!project.data)
    return (
      <Page title={name}>
        <Queried query={project}>{() => null}</Queried>
      </Page>
    )
  return <FoundPage project={project.data} />
}

function FoundPage({ project }: { readonly project: Project }) {
  const navigate = useNavigate()
  const isOperator = mayChange(useSession())
  return (
    <Page
      title={project.name}
      hint={<ProjectState project={project} />}
      actions={
        <>
          <ProjectLinks name={project.name} />
          {isOperator && (
            <ProjectMenu
              project={project}
              onRenamed={({ name }) =>
                void navigate({ to: '/projects/$project', params: { project: name }, search: true })
              }
              onDeleted={() => void navigate({ to: '/projects' })}
            />
          )}
        </>
      }
    >
      <ProjectTabs key={project.id} project={project} />
    </Page>
  )
}

function ProjectLinks({ name }: { readonly name: string }) {
  const { t } = useTranslation('projects')
  return (
    <Group gap="xs">
      <ButtonLink
        to="/projects/$project/iam"
        params={{ project: name }}
        variant="default"
        leftSection={<IconUsersGroup size={16} />}
      >
        {t('links.iam')}
      </ButtonLink>
      <ButtonLink
        to="/logs"
        search={{ project: name }}
        variant="default"
        leftSection={<IconListSearch size={16} />}
      >
        {t('links.logs')}
      </ButtonLink>
    </Group>
  )
}

function GonePage({ name }: { readonly name: string }) {
  const { t } = useTranslation('projects')
  return (
    <Page title={name}>
      <EmptyState
        icon={IconListSearch}
        title={t('gone.title', { name })}
        action={<AnchorLink to="/projects">{t('gone.back')}</AnchorLink>}
      >
        {t('gone.text')}
      </EmptyState>
    </Page>
  )
}
