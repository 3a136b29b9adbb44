const hourMs = 3_600_000

/** How far back the figures go, and how they are grouped. */
export const spans = {
  day: { hours: 24, by: 'hour' },
  week: { hours: 168, by: 'hour' },
  month: { hours: 720, by: 'day' },
} as const

export type Span = keyof typeof spans
export const spanNames = Object.keys(spans) as readonly Span[]

/** When a span began, to the hour, so that it stays the same for a while. */
export const sinceOf = (span: Span, now = Date.now()): string =>
  new Date((Math.floor(now / hourMs) - spans[span].hours) * hourMs).toISOString()
