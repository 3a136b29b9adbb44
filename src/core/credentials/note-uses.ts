import type { KeyUse } from './key-uses.ts'
import type { Parts } from '../parts.ts'

/** Temporary keys come here too, in any number. */
const mostNoted = 10_000

/** Remembers which keys are used, and puts it on record in batches: a request waits for nothing. */
export function keyUseNotes({ metadata, clock }: Pick<Parts, 'metadata' | 'clock'>) {
  let uses = new Map<string, KeyUse>()
  return {
    noteUse(keyId: string, operation: string): void {
      if (uses.size < mostNoted || uses.has(keyId)) uses.set(keyId, { keyId, at: clock.now(), operation })
    },
    /** Resolves to how many keys were used since the last time. */
    async recordUses(): Promise<number> {
      const noted = [...uses.values()]
      if (noted.length === 0) return 0
      uses = new Map()
      await metadata.transaction((tx) => tx.keyUses.note(noted))
      return noted.length
    },
  }
}
