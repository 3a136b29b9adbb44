import { SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/panel.tsx'
import { ConnectionSnippets } from './connection-snippets.tsx'
import { ProjectFacts } from './project-facts.tsx'
import { ProjectUsage } from './project-usage.tsx'
import type { Project } from './project.ts'

export function OverviewTab({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Panel title={t('overview.usage')}>
          <ProjectUsage project={project} />
        </Panel>
        <Panel title={t('overview.facts')}>
          <ProjectFacts project={project} />
        </Panel>
      </SimpleGrid>
      <Panel title={t('overview.connect')} hint={t('overview.connectHint')}>
        <ConnectionSnippets project={project.name} />
      </Panel>
    </Stack>
  )
}
