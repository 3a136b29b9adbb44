import { Button, Center } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface MorePagesProps {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
}

/** Goes on with a listing, while there is more of it. */
export function MorePages({ query }: MorePagesProps) {
  const { t } = useTranslation()
  if (!query.hasNextPage) return undefined
  return (
    <Center>
      <Button
        variant="default"
        size="xs"
        loading={query.isFetchingNextPage}
        onClick={() => query.fetchNextPage()}
      >
        {t('actions.showMore')}
      </Button>
    </Center>
  )
}
