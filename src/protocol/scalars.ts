import { formatIsoDate, parseEpoch, parseTimestamp } from './timestamp.ts'
import type { WireModel } from './wire-model.ts'

/** Text to value; undefined when the text is no value of the type. */
export type ParseScalar = (text: string) => unknown
export type FormatScalar = (value: unknown) => string

const parseInteger: ParseScalar = (text) => {
  const value = /^\s*[+-]?\d{1,19}\s*$/.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(value) ? value : undefined
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

const parsers: Readonly<Record<string, ParseScalar>> = {
  boolean: (text) => booleans.get(text.trim().toLowerCase()),
  'epoch-date': parseEpoch,
  'http-date': parseTimestamp,
  integer: parseInteger,
  'iso-date': parseTimestamp,
  string: (text) => text,
}

const formatters: Readonly<Record<string, FormatScalar>> = {
  'epoch-date': (value) => String(Math.floor((value as Date).getTime() / 1000)),
  'http-date': (value) => (value as Date).toUTCString(),
  'iso-date': (value) => formatIsoDate(value as Date),
}

/** Reads text of a scalar type or of an enumeration (exactly one of its values). */
export function scalarParser(model: Pick<WireModel, 'enums'>, type: string): ParseScalar {
  const parse = parsers[type]
  if (parse) return parse
  const values = new Map(model.enums[type]?.map((value) => [value, value]))
  return (text) => values.get(text) ?? values.get(text.trim())
}

/** Writes a scalar; text and what needs no form of its own as it is. */
export const scalarFormatter = (type: string): FormatScalar => formatters[type] ?? String

export const isStructure = (model: Pick<WireModel, 'structures'>, type: string): boolean =>
  type in model.structures
export const isListType = (type: string): boolean => type.endsWith('[]')
export const itemType = (type: string): string => type.slice(0, -2)
