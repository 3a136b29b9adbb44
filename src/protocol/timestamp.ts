const iso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/
const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/
/** The three forms of RFC 9110, 5.6.7. */
const http =
  /^[A-Z][a-z]{2,8},? (?:\d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})$/

/** A date in any form that clients send (ISO 8601, its basic form, HTTP's three), or undefined. Without a zone it is UTC. */
export function parseTimestamp(text: string): Date | undefined {
  const trimmed = text.trim()
  const zoned = iso.exec(trimmed)
  if (zoned) return valid(trimmed.includes('T') && zoned[1] === undefined ? `${trimmed}Z` : trimmed)
  if (basic.test(trimmed)) return valid(trimmed.replace(basic, '$1-$2-$3T$4:$5:$6Z'))
  if (http.test(trimmed)) return valid(trimmed.endsWith('GMT') ? trimmed : `${trimmed} GMT`)
  return undefined
}

function valid(text: string): Date | undefined {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** A date from seconds since 1970, or in one of the forms of parseTimestamp. */
export const parseEpoch = (text: string): Date | undefined =>
  /^\d{1,12}(?:\.\d+)?$/.test(text.trim()) ? new Date(Number(text) * 1000) : parseTimestamp(text)

const dayMs = 86_400_000
const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))
let lastDay = NaN
let lastDayText = ''

/** As toISOString, with milliseconds; much faster over dates of one day, as a listing has them. */
export function formatIsoDate(date: Date): string {
  const time = date.getTime()
  const day = Math.floor(time / dayMs)
  if (day !== lastDay) {
    lastDayText = date.toISOString().slice(0, -13)
    lastDay = day
  }
  const ms = time - day * dayMs
  const minutes = Math.floor(ms / 60_000)
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(Math.floor(ms / 1000) % 60)}`
  return `${lastDayText}${clock}.${String(ms % 1000).padStart(3, '0')}Z`
}

const two = (n: number): string => twoDigits[n] ?? ''
