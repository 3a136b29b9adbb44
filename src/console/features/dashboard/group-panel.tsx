import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { formatBytes, formatCount, formatMilliseconds } from '../../lib/format.ts'
import { inputOf, refetchMs, type About } from './about.ts'
import type { RequestFigures } from './figures.ts'

const mostShown = 8

type GroupPanelProps = About & { readonly by: 'project' | 'operation' }

/** Where the requests come from, or what they want, the busiest first. */
export function GroupPanel({ by, ...about }: GroupPanelProps) {
  const { t } = useTranslation('dashboard')
  const query = useQuery({
    ...adminQuery('getRequestStatistics', { ...inputOf(about), by }),
    refetchInterval: refetchMs,
  })
  return (
    <Panel title={t(`groups.${by}.title`)}>
      <Queried query={query}>
        {({ figures }) =>
          figures.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('groups.none')}
            </Text>
          ) : (
            <GroupTable by={by} project={about.project} figures={figures} />
          )
        }
      </Queried>
    </Panel>
  )
}

interface GroupTableProps {
  readonly by: 'project' | 'operation'
  readonly project: string | undefined
  readonly figures: readonly RequestFigures[]
}

function GroupTable({ by, project, figures }: GroupTableProps) {
  const { t } = useTranslation('dashboard')
  const busiest = figures.toSorted((a, b) => b.requests - a.requests).slice(0, mostShown)
  const within = by === 'operation' && project !== undefined ? { project } : {}
  return (
    <DataTable
      label={t(`groups.${by}.title`)}
      rows={busiest}
      keyOf={({ group }) => group}
      minWidth={460}
      columns={[
        {
          title: t(`groups.${by}.name`),
          cell: ({ group }) =>
            group === '' ? (
              t('groups.nobody')
            ) : (
              <AnchorLink to="/logs" search={{ ...within, [by]: group }} size="sm">
                {group}
              </AnchorLink>
            ),
        },
        { title: t('groups.requests'), align: 'right', cell: ({ requests }) => formatCount(requests) },
        {
          title: t('groups.errors'),
          align: 'right',
          cell: ({ clientErrors, serverErrors }) => formatCount(clientErrors + serverErrors),
        },
        {
          title: t('groups.traffic'),
          align: 'right',
          cell: ({ bytesIn, bytesOut }) => <Figure>{formatBytes(bytesIn + bytesOut)}</Figure>,
        },
        {
          title: t('groups.mean'),
          align: 'right',
          cell: ({ meanMs }) => <Figure>{formatMilliseconds(meanMs)}</Figure>,
        },
        {
          title: t('groups.longest'),
          align: 'right',
          cell: ({ longestMs }) => <Figure>{formatMilliseconds(longestMs)}</Figure>,
        },
      ]}
    />
  )
}

/** A number and its unit stay on a line. */
const Figure = ({ children }: { readonly children: string }) => (
  <Text span size="sm" style={{ whiteSpace: 'nowrap' }}>
    {children}
  </Text>
)
