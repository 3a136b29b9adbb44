/** A moment (ISO 8601, or milliseconds since 1970) as an input of date and time has it, in the time zone of the browser. */
export function localMoment(moment: string | number): string {
  const date = new Date(moment)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const monthMs = 30 * 86_400_000

export const inAMonth = (now = Date.now()): string => localMoment(now + monthMs)

/** The same back, in ISO 8601; undefined for what is no moment. */
export function momentOfLocal(text: string): string | undefined {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
