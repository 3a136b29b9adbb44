import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRefresh, IconSend } from '@tabler/icons-react'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { useAdminChange } from '../../api/queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { MorePages } from '../../components/more-pages.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { Queried } from '../../components/queried.tsx'
import { DeliveryTable } from './delivery-table.tsx'

const states = ['all', 'waiting', 'dead'] as const
type State = (typeof states)[number]

const everyMs = 10_000
const firstPage: { readonly after?: number } = {}

const eventPages = (state: State) =>
  infiniteQueryOptions({
    queryKey: ['listEvents', state, 'pages'] as const,
    queryFn: ({ signal, pageParam }) =>
      call('listEvents', { ...pageParam, ...(state !== 'all' && { state }) }, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
    refetchInterval: everyMs,
  })

/** Notifications and copies that wait for their delivery, or were given up. */
export function Deliveries() {
  const { t } = useTranslation('activity')
  const search = useSearch({ from: '/shell/jobs' })
  const navigate = useNavigate()
  const state = states.find((one) => one === search.state) ?? 'all'
  const query = useInfiniteQuery(eventPages(state))
  const tell = useTellProblem()
  const replay = useAdminChange('replayEvents', ['listEvents'])
  const replayAll = () =>
    replay.mutate(
      {},
      {
        onError: tell,
        onSuccess: ({ count }) =>
          notifications.show({ color: 'green', message: t('deliveries.replayed', { count }) }),
      },
    )
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('jobs.state')}
          value={state}
          onChange={(next) => void navigate({ to: '/jobs', search: { tab: 'deliveries', state: next } })}
          data={states.map((value) => ({ value, label: t(`deliveries.states.${value}`) }))}
        />
        <Button
          size="xs"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={replay.isPending}
          onClick={replayAll}
        >
          {t('deliveries.replayAll')}
        </Button>
      </Group>
      <Queried query={query}>
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events)
          if (events.length === 0)
            return (
              <EmptyState icon={IconSend} title={t('deliveries.emptyTitle')}>
                {t('deliveries.empty')}
              </EmptyState>
            )
          return <DeliveryTable events={events} />
        }}
      </Queried>
      <MorePages query={query} />
    </Stack>
  )
}
