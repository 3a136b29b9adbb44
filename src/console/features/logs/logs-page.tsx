import { Button, Group } from '@mantine/core'
import { IconDownload, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { exportAddress } from './export-address.ts'
import { filtersOf, useLogSearch } from './log-search.ts'
import { LogFilters } from './log-filters.tsx'
import { FoundRequests } from './found-requests.tsx'
import { LiveTail } from './live-tail.tsx'
import { RequestDrawer } from './request-drawer.tsx'
import type { LoggedRequest } from './request-queries.ts'

/** What was asked of the server, and what it answered. */
export function LogsPage() {
  const { t } = useTranslation('activity')
  const { filters: search, isLive, show, follow } = useLogSearch()
  const [opened, setOpened] = useState<LoggedRequest>()
  const filters = filtersOf(search)
  return (
    <Page
      title={t('logs.title')}
      hint={t('logs.hint')}
      actions={
        <>
          <Button
            size="xs"
            variant={isLive ? 'light' : 'default'}
            leftSection={isLive ? <IconPlayerStop size={16} /> : <IconPlayerPlay size={16} />}
            onClick={() => follow(!isLive)}
          >
            {t(isLive ? 'logs.stopFollowing' : 'logs.follow')}
          </Button>
          <Group gap={4}>
            {(['csv', 'ndjson'] as const).map((format) => (
              <Button
                key={format}
                component="a"
                size="xs"
                variant="default"
                leftSection={<IconDownload size={16} />}
                href={exportAddress(filters, format)}
                download
              >
                {t(`logs.export.${format}`)}
              </Button>
            ))}
          </Group>
        </>
      }
    >
      <LogFilters key={JSON.stringify(search)} search={search} onSearch={(next) => void show(next)} />
      {isLive ? (
        <LiveTail filters={filters} onOpen={setOpened} />
      ) : (
        <FoundRequests filters={filters} onOpen={setOpened} />
      )}
      <RequestDrawer request={opened} onClose={() => setOpened(undefined)} />
    </Page>
  )
}
