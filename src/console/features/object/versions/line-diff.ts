export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  /** From 1 on, of the older and the newer text; undefined where the line is not in it. */
  readonly before: number | undefined
  readonly after: number | undefined
}

/** What the table of lengths may have, in cells. */
const mostCells = 4_000_000

/**
 * Two texts line by line, by their longest common subsequence. Undefined where what differs is too long to be compared: then they are better
 * shown side by side.
 */
export function lineDiff(older: string, newer: string): readonly DiffLine[] | undefined {
  const before = older.split('\n')
  const after = newer.split('\n')
  const head = commonLength(before, after)
  const tail = commonLength(before.slice(head).reverse(), after.slice(head).reverse())
  const removed = before.slice(head, before.length - tail)
  const added = after.slice(head, after.length - tail)
  if (removed.length * added.length > mostCells) return undefined
  const same = before.slice(0, head).map((text): Change => ({ kind: 'same', text }))
  const end = before.slice(before.length - tail).map((text): Change => ({ kind: 'same', text }))
  return numbered([...same, ...changes(removed, added), ...end])
}

type Change = Pick<DiffLine, 'kind' | 'text'>

function commonLength(some: readonly string[], others: readonly string[]): number {
  const differs = some.findIndex((line, at) => line !== others[at])
  return differs === -1 ? some.length : differs
}

function changes(removed: readonly string[], added: readonly string[]): readonly Change[] {
  const lengths = commonLengths(removed, added)
  const found: Change[] = []
  let [i, j] = [0, 0]
  while (i < removed.length || j < added.length) {
    const [old, fresh] = [removed[i], added[j]]
    if (old !== undefined && old === fresh) {
      found.push({ kind: 'same', text: old })
      i++
      j++
    } else if (old !== undefined && (fresh === undefined || lengths(i + 1, j) >= lengths(i, j + 1))) {
      found.push({ kind: 'removed', text: old })
      i++
    } else {
      found.push({ kind: 'added', text: fresh ?? '' })
      j++
    }
  }
  return found
}

/** How many lines the two have in common from a place in each on. */
function commonLengths(some: readonly string[], others: readonly string[]): (i: number, j: number) => number {
  const width = others.length + 1
  const table = new Uint32Array((some.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = some.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--)
      table[i * width + j] =
        some[i] === others[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  return at
}

function numbered(found: readonly Change[]): readonly DiffLine[] {
  let [before, after] = [0, 0]
  return found.map(({ kind, text }) => ({
    kind,
    text,
    before: kind === 'added' ? undefined : ++before,
    after: kind === 'removed' ? undefined : ++after,
  }))
}

/** Without what stays the same further than some lines from a change; an undefined entry stands for what was left out. */
export function withContext(lines: readonly DiffLine[], context = 3): readonly (DiffLine | undefined)[] {
  const isNear = new Array<boolean>(lines.length).fill(false)
  for (const [at, { kind }] of lines.entries())
    if (kind !== 'same') isNear.fill(true, Math.max(0, at - context), at + context + 1)
  return lines.flatMap((line, at) => {
    if (isNear[at]) return [line]
    return at === 0 || isNear[at - 1] ? [undefined] : []
  })
}
