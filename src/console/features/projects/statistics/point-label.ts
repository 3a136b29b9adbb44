import i18next from 'i18next'
import type { Span } from './span.ts'

const styles = {
  day: { hour: '2-digit', minute: '2-digit' },
  week: { weekday: 'short', hour: '2-digit' },
  month: { day: 'numeric', month: 'short' },
} as const satisfies Record<Span, Intl.DateTimeFormatOptions>

/** A moment (ISO 8601) under a chart of a span. */
export const pointLabel = (moment: string, span: Span): string =>
  new Intl.DateTimeFormat(i18next.language, styles[span]).format(new Date(moment))
