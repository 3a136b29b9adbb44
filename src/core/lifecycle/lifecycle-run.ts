/** What a walk over all buckets with rules has done. */
export interface LifecycleRun {
  /** Objects, versions and delete markers that went, or got a delete marker on top. */
  readonly expired: number
  /** Of what went for good. */
  readonly expiredBytes: number
  readonly transitioned: number
  readonly transitionedBytes: number
  readonly abortedUploads: number
  /** What went wrong; the rest was dealt with all the same. */
  readonly failures: readonly unknown[]
}

export const nothingDone: LifecycleRun = {
  expired: 0,
  expiredBytes: 0,
  transitioned: 0,
  transitionedBytes: 0,
  abortedUploads: 0,
  failures: [],
}

export const addRuns = (one: LifecycleRun, other: Partial<LifecycleRun>): LifecycleRun => ({
  expired: one.expired + (other.expired ?? 0),
  expiredBytes: one.expiredBytes + (other.expiredBytes ?? 0),
  transitioned: one.transitioned + (other.transitioned ?? 0),
  transitionedBytes: one.transitionedBytes + (other.transitionedBytes ?? 0),
  abortedUploads: one.abortedUploads + (other.abortedUploads ?? 0),
  failures: [...one.failures, ...(other.failures ?? [])],
})
