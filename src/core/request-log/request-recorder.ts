import type { RequestEntry } from './request-entry.ts'

export interface RequestRecorder {
  /** Takes no time of the request. */
  record(entry: RequestEntry): void
  /** How many entries were dropped, because they came faster than they could be written, or nothing had room for them. */
  dropped(): number
  /** Writes what waits. */
  close(): Promise<void>
}

interface RecorderOptions {
  /** Resolves to how many were taken. */
  readonly write: (entries: readonly RequestEntry[]) => Promise<number>
  readonly onFault: (error: unknown) => void
  /** Entries that wait at the most. */
  readonly capacity?: number
  /** How long entries are gathered. */
  readonly everyMs?: number
}

/** So many are written at once. */
const batchSize = 1000

/** Gathers entries and writes them in batches, off the path of requests. */
export function createRequestRecorder(options: RecorderOptions): RequestRecorder {
  const { write, onFault, capacity = 20_000, everyMs = 500 } = options
  let waiting: RequestEntry[] = []
  let dropped = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const writeAll = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize)
      waiting = waiting.slice(batchSize)
      const taken = await write(batch).catch((error: unknown) => {
        onFault(error)
        return 0
      })
      dropped += batch.length - taken
    }
    timer = undefined
  }
  const start = () => {
    writing = writeAll()
  }
  return {
    record(entry) {
      if (waiting.length >= capacity) {
        dropped++
        return
      }
      waiting.push(entry)
      timer ??= setTimeout(start, everyMs).unref()
    },
    dropped: () => dropped,
    async close() {
      clearTimeout(timer)
      await writing
      await writeAll()
    },
  }
}

/** Where no requests are kept. */
export const noRecorder: RequestRecorder = {
  record: () => undefined,
  dropped: () => 0,
  close: () => Promise.resolve(),
}
