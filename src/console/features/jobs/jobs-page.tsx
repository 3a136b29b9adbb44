import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../api/session.ts'
import { Page } from '../../components/page.tsx'
import { Deletions } from './deletions.tsx'
import { Deliveries } from './deliveries.tsx'
import { ObjectJobs } from './object-jobs.tsx'
import { ScheduledJobs } from './scheduled-jobs.tsx'

const tabs = {
  schedule: <ScheduledJobs />,
  objects: <ObjectJobs />,
  deletions: <Deletions />,
  deliveries: <Deliveries />,
} as const

type JobTab = keyof typeof tabs

const forOperators: readonly JobTab[] = ['schedule', 'objects', 'deletions', 'deliveries']
const forOthers: readonly JobTab[] = ['objects']

/** What the server does by itself, and what it was told to do. */
export function JobsPage() {
  const { t } = useTranslation('activity')
  const search = useSearch({ from: '/shell/jobs' })
  const navigate = useNavigate()
  const offered = mayChange(useSession()) ? forOperators : forOthers
  const current = offered.find((tab) => tab === search.tab) ?? offered[0] ?? null
  return (
    <Page title={t('jobs.title')} hint={t('jobs.hint')}>
      <Tabs
        value={current}
        onChange={(tab) => void navigate({ to: '/jobs', search: tab === null ? {} : { tab } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {offered.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`jobs.tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {offered.map((tab) => (
          <Tabs.Panel key={tab} value={tab}>
            {tabs[tab]}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
