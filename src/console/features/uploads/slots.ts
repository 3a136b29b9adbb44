/** Runs tasks, at most `count` of them at once, in the order in which they came. */
export function createSlots(count: number) {
  const waiting: (() => void)[] = []
  let free = count

  const take = async (): Promise<void> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const give = (): void => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    await take()
    try {
      return await task()
    } finally {
      give()
    }
  }
}

export type Slots = ReturnType<typeof createSlots>
