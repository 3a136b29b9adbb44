import { syncData, writeFully } from './file-calls.ts'

const batchBytes = 1 << 20
/** Well below what systems take in one call (IOV_MAX, 1,024). */
const batchChunks = 512
/** Syncing along the way keeps the disk busy while the body is still being hashed: 64 MiB took a tenth less time. */
const syncBytes = 8 << 20

export interface ChunkWriter {
  /** Takes the chunk over; to be awaited before the next one, so that at most two batches are in memory. */
  add(chunk: Buffer): Promise<void> | undefined
  /** Resolves when all bytes are durable; rejects when a write or sync has failed. */
  finish(): Promise<void>
  /** Resolves when no call is under way any more, so that the file may be closed; never rejects. */
  idle(): Promise<void>
}

/** Writes chunks to an empty file in few large writes: what arrives while one is under way is gathered for the next. */
export function chunkWriter(file: number): ChunkWriter {
  let gathered: Buffer[] = []
  let gatheredBytes = 0
  let unsyncedBytes = 0
  let position = 0
  let writing: Promise<void> | undefined
  let syncing: Promise<void> = Promise.resolve()

  const write = async () => {
    while (gathered.length > 0) {
      writing = writeFully(file, gathered, position)
      unsyncedBytes += gatheredBytes
      position += gatheredBytes
      gathered = []
      gatheredBytes = 0
      await writing
      if (unsyncedBytes >= syncBytes) sync()
    }
    writing = undefined
  }
  const sync = () => {
    unsyncedBytes = 0
    syncing = syncing.then(() => syncData(file))
    syncing.catch(() => undefined) // It stays rejected for `finish`.
  }
  const written = async () => {
    while (writing) await writing
  }
  return {
    add(chunk) {
      gathered.push(chunk)
      gatheredBytes += chunk.length
      if (!writing) write().catch(() => undefined) // `writing` stays rejected for whoever waits next.
      return gatheredBytes >= batchBytes || gathered.length >= batchChunks ? writing : undefined
    },
    async finish() {
      await written()
      sync()
      await syncing
    },
    async idle() {
      await Promise.allSettled([written(), syncing])
    },
  }
}
