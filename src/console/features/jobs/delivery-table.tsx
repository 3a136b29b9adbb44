import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { formatAgo } from '../../lib/format.ts'
import type { OutputOf } from '../../../admin/contract.ts'

type Delivery = OutputOf<'listEvents'>['events'][number]

interface DeliveryTableProps {
  readonly events: readonly Delivery[]
}

export function DeliveryTable({ events }: DeliveryTableProps) {
  const { t } = useTranslation('activity')
  return (
    <DataTable
      label={t('jobs.tabs.deliveries')}
      minWidth={900}
      rows={events}
      keyOf={({ id }) => id}
      columns={[
        { title: t('deliveries.destination'), cell: ({ destination }) => destination },
        { title: t('deliveries.event'), cell: ({ name }) => name },
        {
          title: t('columns.key'),
          cell: ({ key }) => (
            <Text size="sm" maw={260} truncate title={key}>
              {key}
            </Text>
          ),
        },
        {
          title: t('jobs.state'),
          cell: ({ state }) => (
            <Badge miw="max-content" variant="light" color={state === 'dead' ? 'red' : 'blue'} tt="none">
              {t(`deliveries.states.${state}`)}
            </Badge>
          ),
        },
        { title: t('deliveries.attempts'), align: 'right', cell: ({ attempts }) => attempts },
        { title: t('deliveries.since'), cell: ({ at }) => formatAgo(at) },
        {
          title: t('deliveries.problem'),
          cell: ({ problem, due }) => (
            <>
              <Text size="xs" maw={320} style={{ overflowWrap: 'anywhere' }}>
                {problem}
              </Text>
              {due !== null && (
                <Text size="xs" c="dimmed">
                  {t('deliveries.next', { when: formatAgo(due) })}
                </Text>
              )}
            </>
          ),
        },
        { title: t('columns.actions'), align: 'right', cell: (event) => <Actions event={event} /> },
      ]}
    />
  )
}

function Actions({ event: { id, key, state } }: { readonly event: Delivery }) {
  const { t } = useTranslation('activity')
  const tell = useTellProblem()
  const replay = useAdminChange('replayEvents', ['listEvents'])
  const drop = useAdminChange('dropEvents', ['listEvents'])
  const confirmDrop = () =>
    confirmByTyping({
      title: t('deliveries.drop'),
      children: t('deliveries.dropHint', { key }),
      name: String(id),
      action: t('deliveries.drop'),
      onConfirm: () => drop.mutate({ ids: [id] }, { onError: tell }),
    })
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {state === 'dead' && (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={replay.isPending}
          aria-label={t('deliveries.replayNamed', { key })}
          onClick={() => replay.mutate({ ids: [id] }, { onError: tell })}
        >
          {t('deliveries.replay')}
        </Button>
      )}
      <Tooltip label={t('deliveries.drop')}>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="red"
          aria-label={t('deliveries.dropNamed', { key })}
          onClick={confirmDrop}
        >
          <IconTrash size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
