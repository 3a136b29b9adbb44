import { S3Error } from '../core/errors.ts'
import type { Clock } from '../core/ports.ts'

/** Counts failures per source, so that secrets cannot be tried out quickly. */
export interface FailureLimit {
  /** Throws SlowDown with Retry-After once there were too many. */
  refuse(source: string): void
  add(source: string): void
}

interface FailureLimitOptions {
  readonly clock: Clock
  /** Failures of one source in a window that are still answered. */
  readonly most: number
  readonly windowMs: number
}

const maxSources = 10_000

export function createFailureLimit({ clock, most, windowMs }: FailureLimitOptions): FailureLimit {
  const sources = new Map<string, { count: number; readonly until: number }>()
  const find = (source: string) => {
    const entry = sources.get(source)
    if (entry && entry.until > clock.now()) return entry
    sources.delete(source)
    return undefined
  }
  return {
    refuse(source) {
      const entry = find(source)
      if (!entry || entry.count < most) return
      const seconds = Math.ceil((entry.until - clock.now()) / 1000)
      throw new S3Error('SlowDown', { headers: { 'Retry-After': String(seconds) } })
    },
    add(source) {
      const entry = find(source)
      if (entry) {
        entry.count++
        return
      }
      if (sources.size >= maxSources) sources.clear()
      sources.set(source, { count: 1, until: clock.now() + windowMs })
    },
  }
}
