import { BlobMissing } from '../ports.ts'
import { S3Error } from '../errors.ts'

/** Tells a client, and the log, that the bytes of an object are gone; other errors are thrown on as they are. */
export function reportLost(error: unknown): never {
  if (!(error instanceof BlobMissing)) throw error
  throw new S3Error('InternalError', {
    message: 'The stored bytes of this object are missing. `seau verify` lists what is lost.',
    cause: error,
  })
}
