import { Badge, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { formatAgo, formatMoment } from '../../lib/format.ts'
import { browserOf } from './browser-name.ts'
import { askBeforeEverywhere, useSignOut } from './use-sign-out.tsx'

/** Where one has signed in. */
export function SessionsPanel() {
  const { t } = useTranslation('shell')
  const query = useQuery(adminQuery('listSessions'))
  const signOut = useSignOut()
  return (
    <Panel
      title={t('account.sessions.title')}
      hint={t('account.sessions.hint')}
      actions={
        <Button
          size="xs"
          color="red"
          variant="light"
          onClick={() => {
            askBeforeEverywhere(t, () => {
              signOut('everywhere')
            })
          }}
        >
          {t('person.signOutEverywhere')}
        </Button>
      }
    >
      <Queried query={query}>
        {({ sessions }) => (
          <DataTable
            label={t('account.sessions.title')}
            rows={sessions}
            keyOf={({ createdAt, address }) => `${createdAt} ${address}`}
            columns={[
              {
                title: t('account.sessions.browser'),
                cell: ({ agent, isOwn }) => (
                  <Group gap="xs" wrap="nowrap">
                    <Text size="sm" title={agent}>
                      {browserOf(agent) ?? t('account.sessions.unknown')}
                    </Text>
                    {isOwn && <Badge size="sm">{t('account.sessions.own')}</Badge>}
                  </Group>
                ),
              },
              { title: t('account.sessions.address'), cell: ({ address }) => address },
              { title: t('account.sessions.began'), cell: ({ createdAt }) => formatMoment(createdAt) },
              { title: t('account.sessions.seen'), cell: ({ seenAt }) => formatAgo(seenAt) },
              { title: t('account.sessions.ends'), cell: ({ expiresAt }) => formatMoment(expiresAt) },
            ]}
          />
        )}
      </Queried>
    </Panel>
  )
}
