/** How the jobs of the server fare, and a way to hurry them; times are milliseconds since 1970. */
export interface JobControl {
  list(): readonly JobState[]
  /** Runs a job now, unless it is under way; undefined when there is none of this name. */
  run(name: string): JobState | undefined
}

interface JobState {
  readonly name: string
  readonly everyMs: number
  readonly isRunning: boolean
  readonly last:
    | {
        readonly startedAt: number
        readonly endedAt: number
        readonly figures: Readonly<Record<string, number>>
        readonly problem: string | undefined
      }
    | undefined
  readonly nextAt: number | undefined
}

/** Without a server there are none. */
export const noJobs: JobControl = { list: () => [], run: () => undefined }
