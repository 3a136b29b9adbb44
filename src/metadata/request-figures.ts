import { hourOf, leastErrorStatus } from './request-log-tables.ts'
import type { RequestEntry } from '../core/request-log/request-entry.ts'

const leastFaultStatus = 500

interface Sums {
  requests: number
  clientErrors: number
  serverErrors: number
  bytesIn: number
  bytesOut: number
  milliseconds: number
  longestMs: number
}

/** What entries add up to, as rows of `request_figures`: one for each hour, project ('' for strangers) and operation. */
export function figuresOf(entries: readonly RequestEntry[]): readonly (string | number)[][] {
  const groups = new Map<string, { readonly key: readonly (string | number)[]; readonly sums: Sums }>()
  for (const entry of entries) {
    const key = [hourOf(entry.at), entry.projectId ?? '', entry.operation] as const
    const name = key.join(' ')
    const group = groups.get(name) ?? { key, sums: noSums() }
    groups.set(name, group)
    add(group.sums, entry)
  }
  return [...groups.values()].map(({ key, sums }) => [...key, ...(Object.values(sums) as number[])])
}

/** In the order of the columns. */
const noSums = (): Sums => ({
  requests: 0,
  clientErrors: 0,
  serverErrors: 0,
  bytesIn: 0,
  bytesOut: 0,
  milliseconds: 0,
  longestMs: 0,
})

function add(sums: Sums, { status, bytesIn, bytesOut, milliseconds }: RequestEntry): void {
  sums.requests++
  if (status >= leastFaultStatus) sums.serverErrors++
  else if (status >= leastErrorStatus) sums.clientErrors++
  sums.bytesIn += bytesIn
  sums.bytesOut += bytesOut
  sums.milliseconds += milliseconds
  sums.longestMs = Math.max(sums.longestMs, milliseconds)
}
