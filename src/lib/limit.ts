/** Thrown when no more may wait. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached'
}

/** Runs at most `running` works at a time; `waiting` more queue up, and others are refused with LimitReached. */
export function limit({ running, waiting }: { readonly running: number; readonly waiting: number }) {
  const queue: (() => void)[] = []
  let active = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (active >= running) {
      if (queue.length >= waiting) throw new LimitReached()
      // Whoever ends hands its place on.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else active++
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else active--
    }
  }
}
