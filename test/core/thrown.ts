import { S3Error } from '../../src/core/errors.ts'

/** The S3Error that a function throws; fails when it throws none. */
export function thrown(run: () => unknown): S3Error {
  try {
    run()
  } catch (error) {
    if (error instanceof S3Error) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}
