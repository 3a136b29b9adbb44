import { batchesOf } from '../../lib/batches.ts'
import type { Parts } from '../parts.ts'

type SweepParts = Pick<Parts, 'blobs' | 'clock' | 'metadata' | 'settings'>

const batchSize = 500
/** Files that are unlinked at a time, so that requests find threads free. */
const parallel = 4

/** Unlinks the blobs in the trash whose time has come; resolves to how many. */
export const sweepTrash =
  (parts: SweepParts) =>
  async (signal: AbortSignal): Promise<number> => {
    let swept = 0
    while (!signal.aborted) {
      const unlinked = await unlinkTrash(parts, parts.clock.now())
      if (unlinked === 0) break
      swept += unlinked
    }
    return swept
  }

/**
 * Unlinks some of the trash before its time, the oldest first, so that a full disk has room again; resolves to whether there was any. A reader that
 * has a blob open keeps it, one that has only its row reads that again; a download that is not yet at a later part of a multipart object breaks off.
 */
export const makeRoom = (parts: SweepParts) => async (): Promise<boolean> =>
  (await unlinkTrash(parts, Infinity)) > 0

/** Unlinks a batch of the trash that may go before a moment (milliseconds since 1970); resolves to how many. */
async function unlinkTrash({ blobs, metadata }: SweepParts, before: number): Promise<number> {
  const ids = await metadata.listTrash({ before, limit: batchSize })
  for (let n = 0; n < ids.length; n += parallel) {
    await Promise.all(ids.slice(n, n + parallel).map((id) => blobs.remove(id)))
  }
  if (ids.length > 0) await metadata.forgetTrash(ids)
  return ids.length
}

/**
 * Puts blobs that nothing names into the trash, once they have been left alone for `ageMs`; resolves to how many. An upload under way
 * writes to its blob, and ends soon after the last byte, so it is never as old.
 */
export const sweepOrphans =
  (parts: SweepParts) =>
  async ({ ageMs, signal }: { readonly ageMs: number; readonly signal: AbortSignal }): Promise<number> => {
    let swept = 0
    for await (const { orphans } of findOrphans(parts, ageMs)) {
      if (signal.aborted) break
      swept += await trashOrphans(parts, orphans)
    }
    return swept
  }

interface OrphanBatch {
  /** Blobs that were looked at. */
  readonly checked: number
  readonly orphans: readonly string[]
}

/** Blobs of the store that no row names and that were left alone for `ageMs`, in batches. */
export async function* findOrphans(
  { blobs, clock, metadata }: SweepParts,
  ageMs: number,
): AsyncGenerator<OrphanBatch> {
  const isOld = async (id: string) => ((await blobs.storedAt(id)) ?? Infinity) <= clock.now() - ageMs
  for await (const ids of batchesOf(blobs.ids(), batchSize)) {
    const named = await metadata.namedBlobs(ids)
    const orphans: string[] = []
    for (const id of ids) if (!named.has(id) && (await isOld(id))) orphans.push(id)
    yield { checked: ids.length, orphans }
  }
}

/** Looks again within the transaction, so that what a row names by now stays; resolves to how many went. */
export async function trashOrphans(
  { clock, metadata, settings }: SweepParts,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0
  return metadata.transaction(async (tx) => {
    const named = await tx.namedBlobs(ids)
    const orphans = ids.filter((id) => !named.has(id))
    await tx.trash(orphans, clock.now() + settings.trashMs)
    return orphans.length
  })
}
