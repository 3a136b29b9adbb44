import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../api/admin.ts'
import type { ObjectPlace } from '../object-place.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

export type Version = OutputOf<'listVersions'>['versions'][number]

type Page = OutputOf<'listVersions'>

/** All versions and delete markers of a key, the newest first. Keys that begin with this one follow it, and are left out. */
export const useVersions = ({ project, bucket, key }: ObjectPlace) =>
  useInfiniteQuery({
    queryKey: ['listVersions', { project, name: bucket, prefix: key }],
    queryFn: ({ pageParam, signal }) =>
      call(
        'listVersions',
        { project, name: bucket, prefix: key, limit: 200, ...(pageParam !== null && { after: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ versions, next }: Page) => (versions.at(-1)?.key === key ? next : null),
    select: ({ pages }) => pages.flatMap(({ versions }) => versions.filter((version) => version.key === key)),
  })
