import { UserError } from '../lib/user-error.ts'

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A time such as 2030-01-31T12:00Z, or a span from `now` (milliseconds since 1970) such as 12h or 30d, as an ISO time. */
export function parseExpiry(text: string, now: number): string {
  const span = spanOf(text)
  const moment = span === undefined ? Date.parse(text) : now + span
  if (!Number.isNaN(moment)) return new Date(moment).toISOString()
  throw new UserError(
    `--expires is "${text}"; allowed: a time such as 2030-01-31T12:00Z, or a span such as 12h or 30d.`,
  )
}

/** A span such as 90m, 12h or 30d, in milliseconds. */
export function parseSpan(text: string): number {
  const span = spanOf(text)
  if (span !== undefined) return span
  throw new UserError(`"${text}" is no span; allowed: one such as 90m, 12h or 30d.`)
}

function spanOf(text: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? []
  return count === undefined ? undefined : Number(count) * (unitMs[unit] ?? 0)
}
