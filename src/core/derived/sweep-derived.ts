import type { DerivedForms } from './derived-forms.ts'
import type { Parts } from '../parts.ts'

const batchSize = 500

/** Drops the forms of versions that are gone, and those least used while all take more than `settings.derivedBytes`; resolves to how many. */
export const sweepDerived =
  (parts: Parts, forms: DerivedForms) =>
  async (signal: AbortSignal): Promise<number> => {
    const uses = forms.takeUses()
    if (uses.length > 0) await parts.metadata.transaction((tx) => tx.derived.noteUses(uses))
    let swept = 0
    while (!signal.aborted) {
      const ids = await unwanted(parts)
      if (ids.length === 0) break
      const trashAfter = parts.clock.now() + parts.settings.trashMs
      await parts.metadata.transaction((tx) => tx.derived.remove(ids, trashAfter))
      swept += ids.length
    }
    return swept
  }

async function unwanted({ metadata, settings }: Parts): Promise<readonly number[]> {
  const orphans = await metadata.derived.listWithoutSource(batchSize)
  if (orphans.length > 0) return orphans
  let excess = (await metadata.derived.total()) - settings.derivedBytes
  if (excess <= 0) return []
  const ids: number[] = []
  for (const { id, bytes } of await metadata.derived.listLeastUsed(batchSize)) {
    if (excess <= 0) break
    ids.push(id)
    excess -= bytes
  }
  return ids
}
