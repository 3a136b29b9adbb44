import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { formatAgo, formatMilliseconds } from '../../lib/format.ts'
import type { OutputOf } from '../../../admin/contract.ts'

type Request = OutputOf<'searchRequests'>['requests'][number]

interface RequestTableProps {
  readonly label: string
  /** Said where there are none. */
  readonly none: string
  readonly requests: readonly Request[]
  readonly shows: 'error' | 'time'
}

/** Requests in short; each leads to its line in the log. */
export function RequestTable({ label, none, requests, shows }: RequestTableProps) {
  const { t } = useTranslation('dashboard')
  if (requests.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    )
  const columns: Record<'error' | 'time', Column<Request>> = {
    error: {
      title: t('request.error'),
      cell: ({ status, error }) => `${String(status)} ${error ?? ''}`,
    },
    time: {
      title: t('request.took'),
      align: 'right',
      cell: ({ milliseconds }) => formatMilliseconds(milliseconds),
    },
  }
  return (
    <DataTable
      label={label}
      rows={requests}
      keyOf={({ id }) => id}
      minWidth={460}
      columns={[
        {
          title: t('request.operation'),
          cell: ({ operation, requestId }) => (
            <AnchorLink to="/logs" search={{ requestId }} size="sm">
              {operation}
            </AnchorLink>
          ),
        },
        {
          title: t('request.about'),
          cell: ({ bucket, key }) => (
            <Text size="sm" truncate maw={220} title={`${bucket ?? ''}/${key ?? ''}`}>
              {bucket === null
                ? t('request.nothing')
                : [bucket, key].filter((part) => part !== null).join('/')}
            </Text>
          ),
        },
        columns[shows],
        { title: t('request.at'), align: 'right', cell: ({ at }) => formatAgo(at) },
      ]}
    />
  )
}
