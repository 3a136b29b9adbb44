import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../api/session.ts'
import { Panel } from '../../components/panel.tsx'
import { ProjectUsage } from './project-usage.tsx'
import { QuotaForm } from './quota-form.tsx'
import { QuotaList } from './quota-list.tsx'
import type { Project } from './project.ts'

/** How much a project may hold, and ask for in a second. */
export function QuotasTab({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const mayLimit = mayChange(useSession()) && project.state !== 'deleting'
  return (
    <Stack>
      <Panel title={t('overview.usage')} hint={t('quota.usageHint')}>
        <ProjectUsage project={project} />
      </Panel>
      <Panel title={t('quota.title')} hint={t('quota.hint')}>
        {mayLimit ? (
          <QuotaForm project={project} />
        ) : (
          <>
            <QuotaList project={project} />
            <Text size="sm" c="dimmed">
              {t('quota.askOperator')}
            </Text>
          </>
        )}
      </Panel>
    </Stack>
  )
}
