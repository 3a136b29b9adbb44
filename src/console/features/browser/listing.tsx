import { Stack } from '@mantine/core'
import { useCallback, useState } from 'react'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { DropZone } from '../uploads/drop-zone.tsx'
import { useUploadFiles } from '../uploads/use-upload-files.ts'
import { EmptyPlace } from './empty-place.tsx'
import { ListingStatus } from './listing-status.tsx'
import { ObjectGrid } from './object-grid.tsx'
import { folderOf, parentOf, type Place } from './place.ts'
import { SelectionBar } from './selection-bar.tsx'
import { nothingSelected } from './selection.ts'
import { nextSorting, type Sorting } from './sorting.ts'
import { useActions } from './use-actions.ts'
import { useGoTo } from './use-place.ts'
import { useOpenRow } from './use-open-row.ts'
import { useRows } from './use-rows.ts'
import type { Row } from './row.ts'
import type { Access } from './action-options.ts'

interface ListingProps {
  readonly place: Place
  readonly access: Access
  readonly sorting: Sorting
  readonly onSorting: (sorting: Sorting) => void
  readonly onJobs: () => void
}

/** What lies at a place, and what can be done with the part of it that is selected. */
export function Listing({ place, access, sorting, onSorting, onJobs }: ListingProps) {
  const { query, rows } = useRows(place, sorting)
  const [selection, setSelection] = useState(nothingSelected)
  const selected = [...selection.rows.values()]
  const onDone = () => setSelection(nothingSelected)
  const actions = useActions({ place, access, selected, onDone, onJobs })
  const upload = useUploadFiles(place, folderOf(place.prefix))
  const open = useOpenRow()
  const goTo = useGoTo()
  const { fetchNextPage, isFetchingNextPage, hasNextPage } = query
  const onMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const onKey = (key: string, row: Row | undefined): boolean => {
    if (key === 'Enter' && row) open(row)
    else if (key === 'Backspace') goTo({ prefix: parentOf(place.prefix) })
    else return actions.some((action) => action.key === key && run(action.run))
    return true
  }
  const onSort = (by: Sorting['by']) => {
    onSorting(nextSorting(sorting, by))
    setSelection(({ rows: kept }) => ({ ...nothingSelected, rows: kept }))
  }
  const isEmpty = query.isSuccess && rows.length === 0 && !hasNextPage
  return (
    <Stack gap="xs">
      <SelectionBar selected={selected} actions={actions} onClear={onDone} />
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      <DropZone onFiles={access.canChange ? upload : undefined}>
        {isEmpty ? (
          <EmptyPlace place={place} canChange={access.canChange} />
        ) : (
          <ObjectGrid
            rows={rows}
            sorting={sorting}
            onSort={onSort}
            selection={selection}
            onSelect={setSelection}
            onKey={onKey}
            hasMore={hasNextPage}
            onMore={onMore}
          />
        )}
      </DropZone>
      <ListingStatus
        count={rows.length}
        query={query}
        isSorted={sorting.by !== 'name' || sorting.isDescending}
      />
    </Stack>
  )
}

function run(action: () => void): true {
  action()
  return true
}
