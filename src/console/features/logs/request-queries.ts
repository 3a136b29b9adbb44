import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../api/admin.ts'
import type { InputOf, OutputOf } from '../../../admin/contract.ts'

export type LoggedRequest = OutputOf<'searchRequests'>['requests'][number]
type Filters = Partial<InputOf<'searchRequests'>>

const pageSize = 100
const firstPage: { readonly before?: number } = {}
const everyMs = 2000
/** How many a live tail keeps. */
const mostKept = 500

/** What was answered, newest first, page by page. */
export const requestPages = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['searchRequests', filters, 'pages'] as const,
    queryFn: ({ signal, pageParam }) =>
      call('searchRequests', { ...filters, ...pageParam, limit: pageSize }, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => (next === null ? undefined : { before: next }),
  })

interface LiveRequests {
  readonly requests: readonly LoggedRequest[]
  /** How many of them the last look has found. */
  readonly fresh: number
}

/** What is answered now: asks for what is newer every two seconds, while the page is seen. */
export const liveRequests = (filters: Filters, { isPaused }: { readonly isPaused: boolean }) =>
  queryOptions({
    queryKey: ['searchRequests', filters, 'live'] as const,
    queryFn: async ({ client, queryKey, signal }): Promise<LiveRequests> => {
      const { requests: known = [] } = client.getQueryData<LiveRequests>(queryKey) ?? {}
      const newest = known[0]?.id
      const after = newest === undefined ? {} : { after: newest }
      const { requests } = await call('searchRequests', { ...filters, ...after, limit: pageSize }, signal)
      return { requests: [...requests, ...known].slice(0, mostKept), fresh: requests.length }
    },
    refetchInterval: isPaused ? false : everyMs,
    enabled: !isPaused,
    gcTime: 0,
  })
