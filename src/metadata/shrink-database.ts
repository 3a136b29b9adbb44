import type { Database } from './database.ts'
import type { WriteQueue } from './write-queue.ts'

/** Few enough for the log to stay small while the disk is full. */
const pagesAtOnce = 1000
const restMs = 1000

/** Gives pages that deletes left empty back to the disk, some at a time; calls of the same moment do it once. */
export function databaseShrinker({ writer, lister }: Database, queue: Pick<WriteQueue, 'exclusive'>) {
  let restsUntil = 0
  const shrink = async () => {
    await queue.exclusive(() => writer.exec(`PRAGMA incremental_vacuum(${String(pagesAtOnce)})`))
    // From a connection of its own, so that writes don't wait for it.
    await lister.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }
  return (): void => {
    if (performance.now() < restsUntil) return
    restsUntil = Infinity
    // On a disk that is full to the last byte even this may fail; a later call tries again.
    const rest = () => (restsUntil = performance.now() + restMs)
    shrink().then(rest, rest)
  }
}
