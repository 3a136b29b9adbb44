import type { Log } from '../lib/log.ts'

/** How much a run did of what. */
type Figures = Readonly<Record<string, number>>

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

/** How a job fares; times are milliseconds since 1970. */
export interface JobStatus {
  readonly name: string
  readonly everyMs: number
  readonly isRunning: boolean
  readonly last:
    | {
        readonly startedAt: number
        readonly endedAt: number
        readonly figures: Figures
        /** Why it failed. */
        readonly problem: string | undefined
      }
    | undefined
  /** Undefined while it runs. */
  readonly nextAt: number | undefined
}

export interface ScheduledJob {
  status(): JobStatus
  /** Runs it at once, unless it is under way. */
  runNow(): void
  stop(): Promise<void>
}

/** Runs a job again and again, never twice at a time; a run that fails is logged, and the next one tries again. */
export function schedule(job: Job, log: Pick<Log, 'info' | 'error'>): ScheduledJob {
  const { name, firstMs, everyMs } = job
  const aborter = new AbortController()
  let current: Promise<void> | undefined
  let last: JobStatus['last']
  let timer: NodeJS.Timeout | undefined
  let nextAt: number | undefined
  later(firstMs)

  function later(delayMs: number): void {
    if (aborter.signal.aborted) return
    nextAt = Date.now() + delayMs
    timer = setTimeout(begin, delayMs).unref()
  }
  function begin(): void {
    nextAt = undefined
    current = runOnce(job, aborter.signal, log).then((run) => {
      last = run
      current = undefined
      later(everyMs)
    })
  }
  return {
    status: () => ({ name, everyMs, isRunning: current !== undefined, last, nextAt }),
    runNow() {
      if (current || aborter.signal.aborted) return
      clearTimeout(timer)
      begin()
    },
    async stop() {
      aborter.abort()
      clearTimeout(timer)
      await current
    },
  }
}

/** Never rejects. */
async function runOnce(
  { name, run }: Job,
  signal: AbortSignal,
  log: Pick<Log, 'info' | 'error'>,
): Promise<NonNullable<JobStatus['last']>> {
  const startedAt = Date.now()
  try {
    const figures = figuresOf(await run(signal))
    if (Object.values(figures).some((figure) => figure > 0))
      log.info({ job: name, ...figures }, 'A job has done its work.')
    return { startedAt, endedAt: Date.now(), figures, problem: undefined }
  } catch (error) {
    log.error({ job: name, err: error }, 'A job failed.')
    return { startedAt, endedAt: Date.now(), figures: {}, problem: String(error) }
  }
}

const figuresOf = (done: number | Figures): Figures => (typeof done === 'number' ? { count: done } : done)
