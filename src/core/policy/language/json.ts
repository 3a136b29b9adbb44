import { malformed } from './malformed.ts'

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text or a list of them; numbers and truth values count as their text. Throws MalformedPolicy for anything else, or nothing. */
export function textsOf(value: unknown, place: string): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (items.length === 0) throw malformed('Invalid policy syntax.', place)
  return items.map((item) => {
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return String(item)
    throw malformed('Invalid policy syntax.', place)
  })
}
