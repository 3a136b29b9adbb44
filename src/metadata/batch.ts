interface Waiting<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: unknown) => void
}

interface BatchLimits<Item> {
  /** Members of a batch. */
  readonly count: number
  /** Sum of `sizeOf` over a batch; a single member may be larger. */
  readonly size?: number
  readonly sizeOf?: (item: Item) => number
}

/**
 * Runs `work` on all that has queued up, one batch in flight; the next batch grows meanwhile. `work` answers each item in order;
 * when it rejects, every member of the batch does.
 */
export function batched<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
  limits: BatchLimits<Item>,
) {
  let queue: Waiting<Item, Answer>[] = []
  let isBusy = false

  const take = (): Waiting<Item, Answer>[] => {
    const count = fitting(queue, limits)
    const batch = queue
    if (count < queue.length) queue = batch.splice(count)
    else queue = []
    return batch
  }
  const drain = async () => {
    while (queue.length > 0) {
      const batch = take()
      try {
        const answers = await work(batch.map(({ item }) => item))
        batch.forEach(({ resolve }, n) => {
          resolve(answers[n] as Answer)
        })
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isBusy = false
  }
  return (item: Item): Promise<Answer> =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (isBusy) return
      isBusy = true
      setImmediate(() => void drain())
    })
}

function fitting<Item>(
  queue: readonly { readonly item: Item }[],
  { count, size = Infinity, sizeOf }: BatchLimits<Item>,
): number {
  const most = Math.min(queue.length, count)
  if (!sizeOf) return most
  let total = 0
  for (let n = 0; n < most; n++) {
    total += sizeOf(queue[n]?.item as Item)
    if (total > size && n > 0) return n
  }
  return most
}
