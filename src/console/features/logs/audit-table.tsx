import { Anchor, Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { formatSecond } from '../../lib/format.ts'
import type { AuditEntry } from './audit-query.ts'

interface AuditTableProps {
  readonly entries: readonly AuditEntry[]
  readonly onOpen: (entry: AuditEntry) => void
}

/** Administrative actions, one in a line; the action opens what it was asked with. */
export function AuditTable({ entries, onOpen }: AuditTableProps) {
  const { t } = useTranslation('activity')
  return (
    <DataTable
      label={t('audit.title')}
      minWidth={860}
      rows={entries}
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
        { title: t('columns.who'), cell: ({ actor }) => <Text size="sm">{actor}</Text> },
        {
          title: t('columns.action'),
          cell: (entry) => (
            <Anchor component="button" type="button" size="sm" onClick={() => onOpen(entry)}>
              {entry.call}
            </Anchor>
          ),
        },
        { title: t('columns.project'), cell: ({ project }) => project },
        {
          title: t('columns.subject'),
          cell: ({ subject }) => (
            <Text size="xs" maw={320} truncate title={inALine(subject)}>
              {inALine(subject)}
            </Text>
          ),
        },
        { title: t('columns.address'), cell: ({ address }) => address },
        { title: t('columns.outcome'), cell: ({ outcome }) => <Outcome outcome={outcome} /> },
      ]}
    />
  )
}

export function Outcome({ outcome }: Pick<AuditEntry, 'outcome'>) {
  const { t } = useTranslation('activity')
  const isDone = outcome === 'done'
  return (
    <Badge miw="max-content" variant="light" color={isDone ? 'green' : 'red'} tt="none">
      {isDone ? t('audit.done') : outcome}
    </Badge>
  )
}

const inALine = (subject: AuditEntry['subject']): string =>
  Object.entries(subject)
    .filter(([name]) => name !== 'project')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
