import { Stack } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { MorePages } from '../../components/more-pages.tsx'
import { Queried } from '../../components/queried.tsx'
import { requestPages, type LoggedRequest } from './request-queries.ts'
import { RequestTable } from './request-table.tsx'
import type { InputOf } from '../../../admin/contract.ts'

interface FoundRequestsProps {
  readonly filters: Partial<InputOf<'searchRequests'>>
  readonly onOpen: (request: LoggedRequest) => void
}

/** What a search finds, page by page. */
export function FoundRequests({ filters, onOpen }: FoundRequestsProps) {
  const { t } = useTranslation('activity')
  const query = useInfiniteQuery(requestPages(filters))
  return (
    <Queried query={query}>
      {({ pages }) => {
        const requests = pages.flatMap((page) => page.requests)
        return (
          <Stack gap="sm">
            {requests.length === 0 ? (
              <EmptyState icon={IconListSearch} title={t('logs.emptyTitle')}>
                {t(query.hasNextPage ? 'logs.emptySoFar' : 'logs.empty')}
              </EmptyState>
            ) : (
              <RequestTable requests={requests} onOpen={onOpen} />
            )}
            <MorePages query={query} />
          </Stack>
        )
      }}
    </Queried>
  )
}
