import type { Row } from './row.ts'

/** What is selected, and where the keyboard is. Indexes are those of the rows that are shown. */
export interface Selection {
  /** By id. */
  readonly rows: ReadonlyMap<string, Row>
  readonly active: number
  /** Where a range begins that is drawn with shift. */
  readonly anchor: number
}

export const nothingSelected: Selection = { rows: new Map(), active: 0, anchor: 0 }

export const clamped = (index: number, rows: readonly Row[]): number =>
  Math.max(0, Math.min(rows.length - 1, index))

const mapOf = (rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]))

/** Only the row at the index. */
export function selectOne(rows: readonly Row[], index: number): Selection {
  const active = clamped(index, rows)
  return { rows: mapOf(rows.slice(active, active + 1)), active, anchor: active }
}

/** The row at the index too, or no longer. */
export function toggle(selection: Selection, rows: readonly Row[], index: number): Selection {
  const active = clamped(index, rows)
  const row = rows[active]
  if (!row) return selection
  const selected = new Map(selection.rows)
  if (!selected.delete(row.id)) selected.set(row.id, row)
  return { rows: selected, active, anchor: active }
}

/** All from the anchor to the index. */
export function selectRange(selection: Selection, rows: readonly Row[], index: number): Selection {
  const active = clamped(index, rows)
  const anchor = clamped(selection.anchor, rows)
  const range = rows.slice(Math.min(anchor, active), Math.max(anchor, active) + 1)
  return { rows: mapOf(range), active, anchor }
}

export const selectAll = (selection: Selection, rows: readonly Row[]): Selection => ({
  ...selection,
  rows: mapOf(rows),
})

/** Moves the keyboard without selecting. */
export function moveTo(selection: Selection, rows: readonly Row[], index: number): Selection {
  const active = clamped(index, rows)
  return { ...selection, active, anchor: active }
}
