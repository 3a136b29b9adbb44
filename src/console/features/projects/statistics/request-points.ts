import { pointLabel } from './point-label.ts'
import { spans, type Span } from './span.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

type Figures = OutputOf<'getRequestStatistics'>['figures'][number]

const hourMs = 3_600_000
const stepsMs = { hour: hourMs, day: 24 * hourMs } as const

/** Each hour or day (UTC) of a span with what was counted in it; the server only tells of those with requests. None where there were none at all. */
export function requestPoints(figures: readonly Figures[], span: Span, since: string) {
  if (figures.length === 0) return []
  const step = stepsMs[spans[span].by]
  const counted = new Map(figures.map((each) => [Date.parse(each.group), each]))
  const first = Math.floor(Date.parse(since) / step)
  const count = Math.ceil((spans[span].hours * hourMs) / step) + 1
  return Array.from({ length: count }, (_, index) => ({
    label: pointLabel(new Date((first + index) * step).toISOString(), span),
    values: valuesAt((first + index) * step, counted),
  }))
}

function valuesAt(at: number, counted: ReadonlyMap<number, Figures>) {
  const {
    requests = 0,
    clientErrors = 0,
    serverErrors = 0,
    bytesIn = 0,
    bytesOut = 0,
  } = counted.get(at) ?? {}
  return {
    requests: requests - clientErrors - serverErrors,
    clientErrors,
    serverErrors,
    bytesIn,
    bytesOut,
  }
}
