import { S3Error } from '../../errors.ts'

/** A policy that is not one; `place` is where, e.g. `Statement[0].Action`. */
export const malformed = (message: string, place: string): S3Error =>
  new S3Error('MalformedPolicy', { message, detail: { Detail: place } })
