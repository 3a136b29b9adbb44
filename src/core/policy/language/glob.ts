/** Stands for one character; what stands for any number of them separates the runs. */
export const one = Symbol('?')

/** What must follow at once: text and single wildcards. */
type Run = readonly (string | typeof one)[]

/** The runs between the asterisks of a pattern: one run when there is none. */
export type Glob = readonly Run[]

/** Whether a text fits; the time grows with the product of both lengths at most, so that no pattern can stall the server. */
export function globMatches(glob: Glob, text: string): boolean {
  const last = glob.length - 1
  let at = 0
  for (const [index, run] of glob.entries()) {
    const end = index === 0 ? runEnd(run, text, 0) : laterEnd(run, text, { from: at, isLast: index === last })
    if (end < 0) return false
    at = end
  }
  return last > 0 || at === text.length
}

/** Where the run ends that begins exactly at `at`; -1 when it does not fit there. */
function runEnd(run: Run, text: string, at: number): number {
  let end = at
  for (const piece of run) {
    if (piece === one) {
      const character = text.codePointAt(end)
      if (character === undefined) return -1
      end += character > 0xffff ? 2 : 1
    } else if (text.startsWith(piece, end)) end += piece.length
    else return -1
  }
  return end
}

/** The first fit behind an asterisk; of the last run, the one that reaches the end of the text. */
function laterEnd(
  run: Run,
  text: string,
  { from, isLast }: { readonly from: number; readonly isLast: boolean },
): number {
  const [head] = run
  if (run.length === 0) return isLast ? text.length : from
  for (let at = from; at <= text.length; at++) {
    if (typeof head === 'string') at = text.indexOf(head, at)
    if (at < 0) return -1
    const end = runEnd(run, text, at)
    if (end >= 0 && (!isLast || end === text.length)) return end
  }
  return -1
}
