import i18next from 'i18next'
import type { Span } from './span.ts'

/** The hour in the time of the reader, or the day in UTC, as it is counted. */
export const stepLabel = ({ by }: Span, step: number): string =>
  new Intl.DateTimeFormat(
    i18next.language,
    by === 'hour'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { day: 'numeric', month: 'short', timeZone: 'UTC' },
  ).format(step)
