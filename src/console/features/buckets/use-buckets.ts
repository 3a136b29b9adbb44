import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../api/admin.ts'

interface Asking {
  /** Absent: it is not asked again by itself. */
  readonly everyMs?: number
}

/** The buckets of a project, or without one of all, page by page. */
export const useBuckets = (project: string | undefined, { everyMs }: Asking = {}) =>
  useInfiniteQuery({
    queryKey: ['listBuckets', 'pages', project],
    queryFn: ({ pageParam, signal }) => call('listBuckets', { project, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: everyMs ?? false,
  })
