import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Queried } from '../../components/queried.tsx'
import { liveRequests, type LoggedRequest } from './request-queries.ts'
import { RequestTable } from './request-table.tsx'
import type { InputOf } from '../../../admin/contract.ts'

interface LiveTailProps {
  readonly filters: Partial<InputOf<'searchRequests'>>
  readonly onOpen: (request: LoggedRequest) => void
}

/** Requests as they are answered, until it is paused. */
export function LiveTail({ filters, onOpen }: LiveTailProps) {
  const { t } = useTranslation('activity')
  const [isPaused, setPaused] = useState(false)
  const query = useQuery(liveRequests(filters, { isPaused }))
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={isPaused ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
          onClick={() => setPaused(!isPaused)}
        >
          {t(isPaused ? 'logs.goOn' : 'logs.pause')}
        </Button>
        {!isPaused && <Loader size="xs" type="dots" aria-hidden />}
        <Text size="sm" c="dimmed" role="status">
          {isPaused ? t('logs.paused') : t('logs.fresh', { count: query.data?.fresh ?? 0 })}
        </Text>
      </Group>
      <Queried query={query}>
        {({ requests }) => <RequestTable requests={requests} onOpen={onOpen} />}
      </Queried>
    </Stack>
  )
}
