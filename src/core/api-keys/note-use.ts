import type { Parts } from '../parts.ts'

const minuteMs = 60_000

/** Remembers when keys were last used, to the minute; what `flush` has not written yet is lost in a crash. */
export function useNotes({ metadata, clock }: Pick<Parts, 'metadata' | 'clock'>) {
  let uses = new Map<string, number>()
  return {
    note: (id: string): void => {
      uses.set(id, Math.floor(clock.now() / minuteMs) * minuteMs)
    },
    /** Resolves to how many keys were used since the last time. */
    flush: async (): Promise<number> => {
      if (uses.size === 0) return 0
      const written = uses
      uses = new Map()
      await metadata.transaction((tx) => tx.apiKeys.noteUse(written))
      return written.size
    },
  }
}
