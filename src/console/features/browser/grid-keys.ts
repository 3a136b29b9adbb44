import { moveTo, nothingSelected, selectAll, selectRange, toggle, type Selection } from './selection.ts'
import type { Row } from './row.ts'

export interface GridKey {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or ⌘ on a Mac. */
  readonly ctrl: boolean
}

/** How far a key goes, in rows; undefined for keys that go nowhere. */
function stepOf(key: string, rows: readonly Row[], pageLength: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return 1
    case 'ArrowUp':
      return -1
    case 'PageDown':
      return pageLength
    case 'PageUp':
      return -pageLength
    case 'Home':
      return -rows.length
    case 'End':
      return rows.length
    default:
      return undefined
  }
}

/** The selection after a key; undefined for keys that are not about it. */
export function selectionAfter(
  { key, shift, ctrl }: GridKey,
  selection: Selection,
  rows: readonly Row[],
  pageLength: number,
): Selection | undefined {
  const step = stepOf(key, rows, pageLength)
  if (step !== undefined) return (shift ? selectRange : moveTo)(selection, rows, selection.active + step)
  if (key === ' ') return (shift ? selectRange : toggle)(selection, rows, selection.active)
  if (ctrl && key.toLowerCase() === 'a') return selectAll(selection, rows)
  if (key === 'Escape') return { ...nothingSelected, active: selection.active, anchor: selection.active }
  return undefined
}
