const minuteMs = 60_000

/** A moment (ISO 8601) as an input of local date and time has it. */
export function toLocalTime(moment: string | undefined): string {
  const time = Date.parse(moment ?? '')
  if (Number.isNaN(time)) return ''
  const local = new Date(time - new Date(time).getTimezoneOffset() * minuteMs)
  return local.toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length)
}

/** The same the other way; undefined where nothing was chosen. */
export function fromLocalTime(text: string): string | undefined {
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
