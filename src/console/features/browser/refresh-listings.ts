import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { EndpointName } from '../../../admin/contract.ts'

/** Whoever has scrolled further than this would wait long for all of it, and asks for it by hand. */
const mostPages = 10

const listings: readonly EndpointName[] = ['listObjects', 'listVersions']

/** Has the listings that are shown read again. */
export const refreshListings = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({
    predicate: (query) => listings.some((name) => name === query.queryKey[0]) && pagesOf(query) <= mostPages,
  })

const pagesOf = ({ state }: Query): number =>
  (state.data as InfiniteData<unknown> | undefined)?.pages.length ?? 0
