import { z } from 'zod'
import { formatByteSize, parseByteSize } from '../lib/byte-size.ts'

/** What a setting may hold. The schema takes JSON values of the file and the text of environment and flags alike. */
export interface Kind<Value> {
  /** Completes "allowed: …". */
  readonly allowed: string
  readonly schema: z.ZodType<Value>
  /** Writes a value as a user would. */
  readonly show: (value: Value) => string
}

export const text = (allowed: string, pattern: RegExp): Kind<string> => ({
  allowed,
  schema: z.string().regex(pattern),
  show: String,
})

export const path: Kind<string> = { allowed: 'a path', schema: z.string().min(1), show: String }

export const oneOf = <const Names extends readonly string[]>(names: Names): Kind<Names[number]> => ({
  allowed: names.join(', '),
  schema: z.enum(names),
  show: String,
})

export const wholeNumber = (minimum: number, maximum: number): Kind<number> => ({
  allowed: `a whole number from ${String(minimum)} to ${String(maximum)}`,
  schema: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
    .pipe(z.int().min(minimum).max(maximum)),
  show: String,
})

export const byteSize = (minimum: number, maximum: number): Kind<number> => ({
  allowed: `${formatByteSize(minimum)} to ${formatByteSize(maximum)}, as bytes or with a unit (16KiB, 5TiB)`,
  schema: z.union([z.number(), z.string().transform(parseByteSize)]).pipe(z.int().min(minimum).max(maximum)),
  show: formatByteSize,
})

const words = { on: true, true: true, yes: true, 1: true, off: false, false: false, no: false, 0: false }

export const onOff: Kind<boolean> = {
  allowed: 'on, off',
  schema: z.union([
    z.boolean(),
    z
      .string()
      .transform((word) => new Map(Object.entries(words)).get(word.toLowerCase()))
      .pipe(z.boolean()),
  ]),
  show: (value) => (value ? 'on' : 'off'),
}

/** Several values: an array in the file, separated by commas elsewhere. Empty text is an empty list. */
export const listOf = (allowed: string, item: z.ZodType<string, string>): Kind<readonly string[]> => ({
  allowed: `${allowed}; several separated by commas`,
  schema: z.union([z.array(z.string()), z.string().transform(splitAtCommas)]).pipe(z.array(item)),
  show: (list) => list.join(','),
})

const splitAtCommas = (list: string): string[] =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
