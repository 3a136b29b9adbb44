import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { AnchorLink } from '../../../components/anchor-link.tsx'
import { DataTable } from '../../../components/data-table.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Queried } from '../../../components/queried.tsx'
import { formatBytes, formatCount, formatMilliseconds } from '../../../lib/format.ts'
import type { About } from './about.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

type Figures = OutputOf<'getRequestStatistics'>['figures'][number]

/** Which operations a project was asked for; each leads to the requests themselves. */
export function OperationFigures({ about }: { readonly about: About }) {
  const { t } = useTranslation('projects')
  const query = useQuery(adminQuery('getRequestStatistics', { ...about, by: 'operation' }))
  return (
    <Panel title={t('statistics.byOperation')}>
      <Queried query={query}>
        {({ figures }) => <FiguresTable figures={figures} project={about.project} />}
      </Queried>
    </Panel>
  )
}

interface FiguresTableProps {
  readonly figures: readonly Figures[]
  readonly project: string
}

function FiguresTable({ figures, project }: FiguresTableProps) {
  const { t } = useTranslation('projects')
  if (figures.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('statistics.nothing')}
      </Text>
    )
  return (
    <DataTable
      label={t('statistics.byOperation')}
      rows={figures.toSorted((left, right) => right.requests - left.requests)}
      keyOf={({ group }) => group}
      minWidth={760}
      columns={[
        {
          title: t('statistics.operation'),
          cell: ({ group }) => (
            <AnchorLink to="/logs" search={{ project, operation: group }} size="sm">
              {group}
            </AnchorLink>
          ),
        },
        { title: t('statistics.requests'), align: 'right', cell: (each) => formatCount(each.requests) },
        {
          title: t('statistics.clientErrors'),
          align: 'right',
          cell: (each) => formatCount(each.clientErrors),
        },
        {
          title: t('statistics.serverErrors'),
          align: 'right',
          cell: (each) => formatCount(each.serverErrors),
        },
        { title: t('statistics.bytesIn'), align: 'right', cell: (each) => formatBytes(each.bytesIn) },
        { title: t('statistics.bytesOut'), align: 'right', cell: (each) => formatBytes(each.bytesOut) },
        { title: t('statistics.mean'), align: 'right', cell: (each) => formatMilliseconds(each.meanMs) },
        {
          title: t('statistics.longest'),
          align: 'right',
          cell: (each) => formatMilliseconds(each.longestMs),
        },
      ]}
    />
  )
}
