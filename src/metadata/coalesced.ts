/** Runs `work` once for all calls that arrive while it runs, after that run has ended: each call sees a run that began after it. */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  const run = (): Promise<void> => {
    const started = work().finally(() => {
      if (running === started) running = undefined
    })
    running = started
    return started
  }
  const runNext = () => {
    next = undefined
    return run()
  }
  return () => {
    if (!running) return next ?? run()
    next ??= running.then(runNext, runNext)
    return next
  }
}
