import { S3Error } from '../core/errors.ts'
import type { z } from 'zod'

/** The value as its schema has it. Throws InvalidArgument, which names what is wrong. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const reasons = result.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '))
  const [first] = result.error.issues
  throw new S3Error('InvalidArgument', {
    message: reasons.join('; '),
    detail: { ArgumentName: first?.path.map(String).join('.') ?? '' },
  })
}
