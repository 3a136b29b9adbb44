/** The items of `source`; rejects with the signal's reason as soon as it aborts, even while the source is stuck. */
export async function* untilAborted<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void> {
  const iterator = source[Symbol.asyncIterator]()
  let interrupt: ((reason: unknown) => void) | undefined
  const onAbort = () => interrupt?.(signal.reason)
  const next = () =>
    new Promise<IteratorResult<T, unknown>>((resolve, reject) => {
      interrupt = reject
      signal.throwIfAborted()
      iterator.next().then(resolve, reject)
    })
  signal.addEventListener('abort', onAbort)
  let isExhausted = false
  try {
    for (let item = await next(); !item.done; item = await next()) yield item.value
    isExhausted = true
  } finally {
    signal.removeEventListener('abort', onAbort)
    // Not awaited: a source that is stuck in `next` would hold up its `return` as well.
    if (!isExhausted) iterator.return?.().catch(() => undefined)
  }
}
