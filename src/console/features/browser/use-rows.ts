import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../api/admin.ts'
import { addressOf, type Place } from './place.ts'
import { folderRow, objectRow, versionRow, type RowPage } from './row.ts'
import { sortedRows, type Sorting } from './sorting.ts'

const pageSize = 1000

/** The page of a place that comes after another one. */
async function readPage(place: Place, after: string | undefined, signal: AbortSignal): Promise<RowPage> {
  const { prefix, showVersions } = place
  const input = {
    ...addressOf(place),
    prefix,
    delimiter: '/',
    limit: pageSize,
    ...(after !== undefined && { after }),
  }
  if (showVersions) {
    const { prefixes, versions, next } = await call('listVersions', input, signal)
    return { folders: prefixes.map(folderRow), entries: versions.map(versionRow), next }
  }
  const { prefixes, objects, next } = await call('listObjects', input, signal)
  // The object that keeps an empty folder is the folder that one is in.
  const entries = objects.filter(({ key }) => key !== prefix).map(objectRow)
  return { folders: prefixes.map(folderRow), entries, next }
}

export const rowsKey = ({ project, bucket, prefix, showVersions }: Place) =>
  [showVersions ? 'listVersions' : 'listObjects', { project, name: bucket, prefix }, 'pages'] as const

/** What has been loaded of a place, folders first, and how to load more of it. */
export function useRows(place: Place, sorting: Sorting) {
  const query = useInfiniteQuery({
    queryKey: rowsKey(place),
    queryFn: ({ pageParam, signal }) => readPage(place, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    // Comparing a million rows with themselves takes long.
    structuralSharing: false,
    refetchOnWindowFocus: false,
  })
  const { data } = query
  const rows = useMemo(() => sortedRows(data?.pages ?? [], sorting), [data, sorting])
  return { query, rows }
}
