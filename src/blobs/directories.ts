import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hasSystemCode } from '../lib/system-error.ts'
import { openFile, syncAll, withFile } from './file-calls.ts'

export interface Directories {
  /** Runs `makeEntry`, which puts something into the directory; the directory is made when it is missing. */
  within<T>(directory: string, makeEntry: () => Promise<T>): Promise<T>
  /** Makes the directory's entries durable; calls of the same moment share one sync. */
  sync(directory: string): Promise<void>
}

/** Above this many known directories the memory of them starts anew: they are then made and synced once more. */
const maxKnown = 65_536

/** The folders below and including `root`. */
export function directories(root: string): Directories {
  const sync = sharing(syncDirectory)
  const known = new Map<string, Promise<void>>()

  /** Also syncs the directories above, once per process: whoever finds a directory can't know that its maker got so far. */
  const ensure = (directory: string): Promise<void> => {
    const before = known.get(directory)
    if (before) return before
    if (known.size >= maxKnown) known.clear()
    const made = make(directory)
    known.set(directory, made)
    made.catch(() => known.delete(directory))
    return made
  }
  const make = async (directory: string): Promise<void> => {
    if (directory === root) await mkdir(root, { recursive: true })
    else await within(dirname(directory), () => makeIfMissing(directory))
    await sync(dirname(directory))
  }
  const within = async <T>(directory: string, makeEntry: () => Promise<T>): Promise<T> => {
    await ensure(directory)
    try {
      return await makeEntry()
    } catch (error) {
      if (!hasSystemCode(error, 'ENOENT')) throw error
    }
    known.clear() // Somebody has removed a folder, perhaps those above it too.
    await ensure(directory)
    return makeEntry()
  }
  return { within, sync }
}

async function makeIfMissing(directory: string): Promise<void> {
  try {
    await mkdir(directory)
  } catch (error) {
    if (!hasSystemCode(error, 'EEXIST')) throw error
  }
}

const syncDirectory = async (directory: string): Promise<void> =>
  withFile(await openFile(directory, 'r'), syncAll)

/** Calls that arrive while a sync runs share the next one: a sync covers only what was there when it began. */
function sharing(sync: (directory: string) => Promise<void>): (directory: string) => Promise<void> {
  const running = new Map<string, Promise<void>>()
  const queued = new Map<string, Promise<void>>()

  const start = (directory: string) => {
    const current = sync(directory).finally(() => {
      if (running.get(directory) === current) running.delete(directory)
    })
    running.set(directory, current)
    return current
  }
  const startAfter = (before: Promise<void>, directory: string) => {
    const next = before
      .catch(() => undefined)
      .then(() => {
        queued.delete(directory)
        return start(directory)
      })
    queued.set(directory, next)
    return next
  }
  return (directory) => {
    const before = running.get(directory)
    return before ? (queued.get(directory) ?? startAfter(before, directory)) : start(directory)
  }
}
