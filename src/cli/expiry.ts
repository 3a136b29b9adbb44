import { UserError } from '../lib/user-error.ts'

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A time such as 2030-01-31T12:00Z, or a span from `now` (milliseconds since 1970) such as 12h or 30d, as an ISO time. */
export function parseExpiry(text: string, now: number): string {
  const [, count, unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? []
  const moment = count === undefined ? Date.parse(text) : now + Number(count) * (unitMs[unit] ?? 0)
  if (!Number.isNaN(moment)) return new Date(moment).toISOString()
  throw new UserError(
    `--expires is "${text}"; allowed: a time such as 2030-01-31T12:00Z, or a span such as 12h or 30d.`,
  )
}
