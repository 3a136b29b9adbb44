import { Button, Stack } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { MorePages } from '../../components/more-pages.tsx'
import { Page } from '../../components/page.tsx'
import { Queried } from '../../components/queried.tsx'
import { saveText } from '../../lib/save-text.ts'
import { AuditDrawer } from './audit-drawer.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { auditPages, type AuditEntry } from './audit-query.ts'
import { AuditTable } from './audit-table.tsx'

/** Who administered what. */
export function AuditPage() {
  const { t } = useTranslation('activity')
  const given = useSearch({ from: '/shell/audit' })
  const navigate = useNavigate()
  const { projects } = useSession()
  const [opened, setOpened] = useState<AuditEntry>()
  // Who is confined to projects reads the trail of one of them at a time.
  const only = projects?.[0]
  const search = { ...(only !== undefined && { project: only }), ...given }
  const query = useInfiniteQuery(auditPages(search))
  const entries = (query.data?.pages ?? []).flatMap((page) => page.entries)
  return (
    <Page
      title={t('audit.title')}
      hint={t('audit.hint')}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={entries.length === 0}
          onClick={() => saveText('audit.json', JSON.stringify(entries, undefined, 2))}
        >
          {t('audit.export', { count: entries.length })}
        </Button>
      }
    >
      <AuditFilters
        key={JSON.stringify(search)}
        search={search}
        isConfined={projects !== null}
        onSearch={(next) => void navigate({ to: '/audit', search: next })}
      />
      <Queried query={query}>
        {() => (
          <Stack gap="sm">
            {entries.length === 0 ? (
              <EmptyState icon={IconHistory} title={t('audit.emptyTitle')}>
                {t('audit.empty')}
              </EmptyState>
            ) : (
              <AuditTable entries={entries} onOpen={setOpened} />
            )}
            <MorePages query={query} />
          </Stack>
        )}
      </Queried>
      <AuditDrawer entry={opened} onClose={() => setOpened(undefined)} />
    </Page>
  )
}
