import { S3Error } from '../../src/core/errors.ts'

/** The S3Error that some work ends with. Throws when it ends otherwise. */
export function refusalOf(work: () => unknown): S3Error {
  try {
    work()
  } catch (error) {
    if (error instanceof S3Error) return error
    throw error
  }
  throw new Error('was not refused')
}
