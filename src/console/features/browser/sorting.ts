import type { Row, RowPage } from './row.ts'

export type SortColumn = 'name' | 'size' | 'lastModified'

export interface Sorting {
  readonly by: SortColumn
  readonly isDescending: boolean
}

/** As the server lists them. */
export const byName: Sorting = { by: 'name', isDescending: false }

export const nextSorting = (sorting: Sorting, by: SortColumn): Sorting => ({
  by,
  isDescending: sorting.by === by && !sorting.isDescending,
})

/** The rows of the pages that are loaded: folders first, then what has a size. */
export function sortedRows(
  pages: readonly Pick<RowPage, 'folders' | 'entries'>[],
  { by, isDescending }: Sorting,
): readonly Row[] {
  const folders = pages.flatMap((page) => page.folders)
  const entries = pages.flatMap((page) => page.entries)
  if (by !== 'name') entries.sort(comparisons[by])
  if (isDescending) entries.reverse()
  if (isDescending && by === 'name') folders.reverse()
  return [...folders, ...entries]
}

const comparisons = {
  size: (a: Row, b: Row) => (a.size ?? 0) - (b.size ?? 0),
  // ISO 8601 sorts as text.
  lastModified: (a: Row, b: Row) => ((a.lastModified ?? '') < (b.lastModified ?? '') ? -1 : 1),
}
