import { Anchor, Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { formatBytes, formatMilliseconds, formatSecond } from '../../lib/format.ts'
import type { LoggedRequest } from './request-queries.ts'

interface RequestTableProps {
  readonly requests: readonly LoggedRequest[]
  readonly onOpen: (request: LoggedRequest) => void
}

const statusColours = [
  [500, 'red'],
  [400, 'orange'],
  [300, 'gray'],
  [0, 'green'],
] as const

const colourOf = (status: number) => statusColours.find(([least]) => status >= least)?.[1] ?? 'gray'

/** Requests, one in a line; the operation opens what else is known of it. */
export function RequestTable({ requests, onOpen }: RequestTableProps) {
  const { t } = useTranslation('activity')
  return (
    <DataTable
      label={t('logs.title')}
      minWidth={900}
      rows={requests}
      keyOf={({ id }) => id}
      columns={[
        {
          title: t('columns.time'),
          cell: ({ at }) => (
            <Text size="xs" style={{ whiteSpace: 'nowrap' }}>
              {formatSecond(at)}
            </Text>
          ),
        },
        {
          title: t('columns.operation'),
          cell: (request) => (
            <Anchor component="button" type="button" size="sm" onClick={() => onOpen(request)}>
              {request.operation}
            </Anchor>
          ),
        },
        { title: t('columns.bucket'), cell: ({ bucket }) => bucket },
        {
          title: t('columns.key'),
          cell: ({ key }) => (
            <Text size="sm" maw={320} truncate title={key ?? undefined}>
              {key}
            </Text>
          ),
        },
        {
          title: t('columns.status'),
          cell: ({ status, error }) => (
            <>
              <Badge miw="max-content" variant="light" color={colourOf(status)} tt="none">
                {status}
              </Badge>{' '}
              {error}
            </>
          ),
        },
        {
          title: t('columns.duration'),
          align: 'right',
          cell: ({ milliseconds }) => formatMilliseconds(milliseconds),
        },
        {
          title: t('columns.bytes'),
          align: 'right',
          cell: ({ bytesIn, bytesOut }) => formatBytes(bytesIn + bytesOut),
        },
        {
          title: t('columns.who'),
          cell: ({ keyId }) => (
            <Text size="xs" ff="monospace">
              {keyId ?? t('logs.anonymous')}
            </Text>
          ),
        },
      ]}
    />
  )
}
