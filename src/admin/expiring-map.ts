import type { Clock } from '../core/ports.ts'

/** Remembers things for a while, each to be taken once. */
export interface ExpiringMap<Value> {
  put(key: string, value: Value): void
  take(key: string): Value | undefined
}

interface ExpiringOptions {
  readonly clock: Clock
  readonly lifeMs: number
  /** The oldest go first. */
  readonly most: number
}

export function createExpiringMap<Value>({ clock, lifeMs, most }: ExpiringOptions): ExpiringMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>()
  const dropOld = () => {
    for (const [key, { until }] of entries) {
      if (entries.size < most && until > clock.now()) return
      entries.delete(key)
    }
  }
  return {
    put(key, value) {
      dropOld()
      entries.set(key, { value, until: clock.now() + lifeMs })
    },
    take(key) {
      const entry = entries.get(key)
      entries.delete(key)
      return entry && entry.until > clock.now() ? entry.value : undefined
    },
  }
}
