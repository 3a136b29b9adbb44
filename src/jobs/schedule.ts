import type { Log } from '../lib/log.ts'

export interface Job {
  /** As it stands in the log. */
  readonly name: string
  /** From the start of the server to the first run. */
  readonly firstMs: number
  /** From the end of a run to the next one. */
  readonly everyMs: number
  /** Stops early when the signal is aborted; resolves to how many things it dealt with, or to several such figures. */
  readonly run: (signal: AbortSignal) => Promise<number | Figures>
}

type Figures = Readonly<Record<string, number>>

/** Runs a job again and again, never twice at a time; a run that fails is logged, and the next one tries again. */
export function schedule(
  { name, firstMs, everyMs, run }: Job,
  log: Pick<Log, 'info' | 'error'>,
): { stop(): Promise<void> } {
  const aborter = new AbortController()
  let current: Promise<void> = Promise.resolve()
  let timer = later(firstMs)

  function later(delayMs: number): NodeJS.Timeout {
    return setTimeout(() => {
      current = once().then(() => {
        if (!aborter.signal.aborted) timer = later(everyMs)
      })
    }, delayMs).unref()
  }
  async function once(): Promise<void> {
    try {
      const done = await run(aborter.signal)
      const figures = typeof done === 'number' ? { count: done } : done
      if (Object.values(figures).some((figure) => figure > 0))
        log.info({ job: name, ...figures }, 'A job has done its work.')
    } catch (error) {
      log.error({ job: name, err: error }, 'A job failed.')
    }
  }
  return {
    async stop() {
      aborter.abort()
      clearTimeout(timer)
      await current
    },
  }
}
