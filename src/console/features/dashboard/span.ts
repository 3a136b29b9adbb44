const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How far back the dashboard looks, and in which steps. */
const lengths = {
  day: { by: 'hour', stepMs: hourMs, steps: 24 },
  week: { by: 'day', stepMs: dayMs, steps: 7 },
  month: { by: 'day', stepMs: dayMs, steps: 30 },
} as const

export type SpanName = keyof typeof lengths
export const spanNames = ['day', 'week', 'month'] as const satisfies readonly SpanName[]

export interface Span {
  readonly name: SpanName
  readonly by: 'hour' | 'day'
  /** ISO 8601. */
  readonly since: string
  /** Beginnings of the hours or days (UTC) in it, the current one included; milliseconds since 1970. */
  readonly steps: readonly number[]
}

/** The span of that name which ends now. */
export function spanOf(name: SpanName, now = Date.now()): Span {
  const { by, stepMs, steps } = lengths[name]
  const last = Math.floor(now / stepMs) * stepMs
  const all = Array.from({ length: steps }, (_, index) => last - (steps - 1 - index) * stepMs)
  return { name, by, steps: all, since: new Date(all[0] ?? last).toISOString() }
}

/** Where a moment belongs in the steps of a span. */
export const stepOf = ({ by }: Span, moment: string): number => {
  const length = by === 'hour' ? hourMs : dayMs
  return Math.floor(Date.parse(moment) / length) * length
}
