import { BlobMissing } from '../ports.ts'
import { reportLost } from './report-lost.ts'

/**
 * Runs `work`, which reads an object's row and then its blobs, and once more when a blob is missing: a write may have replaced the row in between,
 * and the blob has gone, but the row of now names blobs that are there. Throws what reportLost throws when they are not.
 */
export async function rereadOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BlobMissing)) throw error
  }
  return work().catch(reportLost)
}
