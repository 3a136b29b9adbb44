import type { ZodObject, output } from 'zod'
import { S3Error } from '../core/errors.ts'

/** What a schema makes of what was sent; throws InvalidArgument with all that is wrong, for members that it does not know too. */
export function parsedInput<Schema extends ZodObject>(schema: Schema, given: unknown): output<Schema> {
  const result = schema.strict().safeParse(given)
  if (result.success) return result.data as output<Schema>
  const reasons = result.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '))
  throw new S3Error('InvalidArgument', { message: reasons.join('; ') })
}
