import { Loader, Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../api/session.ts'
import { AccessKeysTab } from './keys/access-keys-tab.tsx'
import { ApiKeysTab } from './keys/api-keys-tab.tsx'
import { BucketsTab } from './buckets-tab.tsx'
import { MembersTab } from './members-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { QuotasTab } from './quotas-tab.tsx'
import type { Project } from './project.ts'

const StatisticsTab = lazy(async () => ({
  default: (await import('./statistics/statistics-tab.tsx')).StatisticsTab,
}))

const tabs = {
  overview: OverviewTab,
  'api-keys': ApiKeysTab,
  'access-keys': AccessKeysTab,
  buckets: BucketsTab,
  members: MembersTab,
  quotas: QuotasTab,
  statistics: StatisticsTab,
} as const

type TabName = keyof typeof tabs
const names = Object.keys(tabs) as readonly TabName[]

/** What there is to a project; the address tells which part is shown. */
export function ProjectTabs({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const mayManage = mayChange(useSession(), project.name)
  const { tab } = useSearch({ from: '/shell/projects/$project' })
  const offered = names.filter((name) => name !== 'members' || mayManage)
  const chosen = offered.find((name) => name === tab) ?? 'overview'
  const choose = (name: string | null) =>
    void navigate({
      to: '/projects/$project',
      params: { project: project.name },
      search: name === null || name === 'overview' ? {} : { tab: name },
    })
  const Panel = tabs[chosen]
  return (
    <Tabs value={chosen} onChange={choose} keepMounted={false}>
      <Tabs.List mb="md" aria-label={t('tab.label')}>
        {offered.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {offered.map((name) => (
        <Tabs.Panel key={name} value={name}>
          {name === chosen && (
            <Suspense fallback={<Loader />}>
              <Panel project={project} />
            </Suspense>
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
