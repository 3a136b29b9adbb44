import { Button } from '@mantine/core'
import { IconFolders, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { mayChange, useSession } from '../../api/session.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { openForm } from '../../components/form-modal.tsx'
import { Page } from '../../components/page.tsx'
import { Queried } from '../../components/queried.tsx'
import { CreateProject } from './create-project.tsx'
import { ProjectsTable } from './projects-table.tsx'

const askAgainMs = 3000

export function ProjectsPage() {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const isOperator = mayChange(useSession())
  const projects = useQuery({
    ...adminQuery('listProjects'),
    // What is being deleted will be gone.
    refetchInterval: ({ state }) =>
      state.data?.projects.some((project) => project.state === 'deleting') ? askAgainMs : false,
  })
  const create = () => {
    openForm({
      title: t('create.title'),
      form: (close) => (
        <CreateProject
          onClose={close}
          onCreated={({ name }) =>
            void navigate({ to: '/projects/$project', params: { project: name }, search: {} })
          }
        />
      ),
    })
  }
  const button = isOperator && (
    <Button leftSection={<IconPlus size={16} />} onClick={create}>
      {t('create.button')}
    </Button>
  )
  return (
    <Page title={t('list.title')} hint={t('list.hint')} actions={button}>
      <Queried query={projects}>
        {(data) =>
          data.projects.length === 0 ? (
            <EmptyState icon={IconFolders} title={t('list.empty')}>
              {t('list.emptyHint')}
            </EmptyState>
          ) : (
            <ProjectsTable projects={data.projects} />
          )
        }
      </Queried>
    </Page>
  )
}
