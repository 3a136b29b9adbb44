import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { GridHeader } from './grid-header.tsx'
import { selectionAfter } from './grid-keys.ts'
import { GridRow } from './grid-row.tsx'
import classes from './object-grid.module.css'
import { clamped, nothingSelected, selectAll, selectOne, selectRange, toggle } from './selection.ts'
import type { Selection } from './selection.ts'
import type { Row } from './row.ts'
import type { Sorting, SortColumn } from './sorting.ts'

interface ObjectGridProps {
  readonly rows: readonly Row[]
  readonly sorting: Sorting
  readonly onSort: (by: SortColumn) => void
  readonly selection: Selection
  readonly onSelect: (change: (before: Selection) => Selection) => void
  /** Of keys that are not about the selection. */
  readonly onKey: (key: string, row: Row | undefined) => boolean
  /** More can be loaded. */
  readonly hasMore: boolean
  readonly onMore: () => void
}

/** As the style sheet has it. Chromium draws elements of up to 33.5 million pixels: a million rows fit. */
const rowHeight = 32
/** So many rows before the end is seen, more are loaded. */
const ahead = 200

/** The listing: only the rows that are seen are in the page, whatever their number. */
export function ObjectGrid(props: ObjectGridProps) {
  const { rows, sorting, onSort, selection, onSelect, onKey, hasMore, onMore } = props
  const { t } = useTranslation('browser')
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head comes before the rows, and stays above them.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  })
  const seen = virtual.getVirtualItems()
  const lastSeen = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastSeen + ahead >= rows.length) onMore()
  }, [hasMore, lastSeen, rows.length, onMore])

  const onPick = useCallback(
    ({ shiftKey, ctrlKey, metaKey }: MouseEvent, index: number, how: 'mark' | 'row') => {
      onSelect((before) => {
        if (shiftKey) return selectRange(before, rows, index)
        return how === 'mark' || ctrlKey || metaKey ? toggle(before, rows, index) : selectOne(rows, index)
      })
    },
    [onSelect, rows],
  )
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // The buttons of the head have their own keys.
    if (event.target instanceof Element && event.target.closest('[role=columnheader]')) return
    const pageLength = Math.floor(event.currentTarget.clientHeight / rowHeight) - 1
    const pressed = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }
    const after = selectionAfter(pressed, selection, rows, pageLength)
    if (after) {
      event.preventDefault()
      onSelect(() => after)
      virtual.scrollToIndex(after.active)
    } else if (onKey(event.key, rows[selection.active])) event.preventDefault()
  }
  const active = clamped(selection.active, rows)
  const areAllSelected = rows.length > 0 && selection.rows.size === rows.length
  const isDrawn = seen.some(({ index }) => index === active)
  return (
    <div
      ref={box}
      role="grid"
      aria-label={t('grid')}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-multiselectable
      aria-activedescendant={isDrawn ? `${id}-${String(active)}` : undefined}
      tabIndex={0}
      className={classes['grid']}
      onKeyDown={onKeyDown}
    >
      <GridHeader
        sorting={sorting}
        onSort={onSort}
        areAllSelected={areAllSelected}
        onToggleAll={() => onSelect((before) => (areAllSelected ? nothingSelected : selectAll(before, rows)))}
      />
      <div role="rowgroup" className={classes['body']} style={{ height: virtual.getTotalSize() }}>
        {seen.map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <GridRow
                key={row.id}
                id={`${id}-${String(index)}`}
                row={row}
                index={index}
                top={start - rowHeight}
                isSelected={selection.rows.has(row.id)}
                isActive={index === active}
                onPick={onPick}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
