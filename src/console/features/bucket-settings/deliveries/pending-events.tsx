import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRefresh, IconRotateClockwise } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../../api/queries.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { Queried } from '../../../components/queried.tsx'
import { useTellProblem } from '../../../components/problem-text.ts'
import { formatAgo, formatCount } from '../../../lib/format.ts'
import { bucketOf } from '../frame/bucket-place.ts'
import type { DeliveryLogProps } from './delivery-log-props.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

type Event = OutputOf<'listBucketEvents'>['events'][number]

/** Events that wait for their delivery or were given up; those can be tried again. */
export function PendingEvents({ place, to }: DeliveryLogProps) {
  const { t } = useTranslation('settings')
  const query = useQuery(adminQuery('listBucketEvents', bucketOf(place)))
  const replay = useAdminChange('replayBucketEvents', ['listBucketEvents', 'listDeliveries'])
  const tell = useTellProblem()
  const replayAll = (ids: number[]) =>
    replay.mutate(
      { ...bucketOf(place), ids },
      {
        onSuccess: ({ count }) =>
          notifications.show({ color: 'teal', message: t('log.replayed', { count }) }),
        onError: tell,
      },
    )
  return (
    <Queried query={query}>
      {({ events }) => {
        const ours = events.filter(({ destination }) => destination.startsWith(to))
        const dead = ours.filter(({ state }) => state === 'dead').map(({ id }) => id)
        return (
          <Stack gap="xs">
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                {t('log.pending', {
                  waiting: formatCount(ours.length - dead.length),
                  dead: formatCount(dead.length),
                })}
              </Text>
              <Group gap="xs">
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconRefresh size={14} />}
                  loading={query.isRefetching}
                  onClick={() => query.refetch()}
                >
                  {t('common:actions.refresh')}
                </Button>
                {place.isEditable && dead.length > 0 && (
                  <Button
                    size="xs"
                    leftSection={<IconRotateClockwise size={14} />}
                    loading={replay.isPending}
                    onClick={() => replayAll(dead)}
                  >
                    {t('log.replay')}
                  </Button>
                )}
              </Group>
            </Group>
            {ours.length > 0 && <EventTable events={ours} />}
          </Stack>
        )
      }}
    </Queried>
  )
}

function EventTable({ events }: { readonly events: readonly Event[] }) {
  const { t } = useTranslation('settings')
  return (
    <DataTable
      label={t('log.pendingTable')}
      rows={events}
      keyOf={({ id }) => id}
      minWidth={720}
      columns={[
        { title: t('log.event'), cell: ({ name }) => name },
        { title: t('log.key'), cell: ({ key }) => key },
        { title: t('log.to'), cell: ({ destination }) => destination },
        {
          title: t('log.state'),
          cell: ({ state }) => (
            <Badge size="sm" variant="light" color={state === 'dead' ? 'red' : 'blue'}>
              {t(`log.${state}`)}
            </Badge>
          ),
        },
        { title: t('log.attempts'), cell: ({ attempts }) => formatCount(attempts), align: 'right' },
        { title: t('log.due'), cell: ({ due }) => (due === null ? '—' : formatAgo(due)) },
        { title: t('log.problem'), cell: ({ problem }) => problem ?? '—' },
      ]}
    />
  )
}
