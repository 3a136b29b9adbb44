import type { Parts } from '../parts.ts'

const batchSize = 500

/** Forgets uploads that were completed longer than `ageMs` ago: until then a repeated completion gets the same answer. */
export const forgetCompletedUploads =
  ({ clock, metadata }: Pick<Parts, 'clock' | 'metadata'>) =>
  async ({ ageMs, signal }: { readonly ageMs: number; readonly signal: AbortSignal }): Promise<number> => {
    let forgotten = 0
    while (!signal.aborted) {
      const query = { before: clock.now() - ageMs, limit: batchSize }
      const count = await metadata.transaction((tx) => tx.forgetCompletedUploads(query))
      forgotten += count
      if (count < batchSize) break
    }
    return forgotten
  }
