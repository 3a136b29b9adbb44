import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../lib/format.ts'

interface ListingStatusProps {
  readonly count: number
  readonly query: { readonly isFetching: boolean; readonly hasNextPage: boolean }
  /** Otherwise than the server lists them. */
  readonly isSorted: boolean
}

/** How much has been loaded, and what that means for the order. */
export function ListingStatus({ count, query, isSorted }: ListingStatusProps) {
  const { t } = useTranslation('browser')
  const { isFetching, hasNextPage } = query
  const parts = [
    t('status.loaded', { count, number: formatCount(count) }),
    ...(hasNextPage ? [t(isSorted ? 'status.sortedPart' : 'status.more')] : []),
    ...(isFetching ? [t('status.loading')] : []),
  ]
  return (
    <Text size="xs" c="dimmed" role="status">
      {parts.join(' · ')}
    </Text>
  )
}
