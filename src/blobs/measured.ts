import { BlobMissing, type BlobStore, type StoredBlob } from '../core/ports.ts'
import { sliceLength } from './byte-slice.ts'

export interface BlobObservation {
  readonly method: 'write' | 'copy' | 'read' | 'remove' | 'size'
  readonly outcome: 'done' | 'missing' | 'aborted' | 'failed'
  /** Until the promise settled: for `read` until the stream was there, not until it ended. */
  readonly milliseconds: number
  /** Stored by `write` and `copy`, or asked for by the slice of a `read`. */
  readonly bytes: number
}

/** The same store; `observe` hears of every call once its promise has settled. */
export function measured(store: BlobStore, observe: (observation: BlobObservation) => void): BlobStore {
  const timed = async <T>(
    method: BlobObservation['method'],
    work: () => Promise<T>,
    bytesOf: (result: T) => number = () => 0,
  ): Promise<T> => {
    const start = performance.now()
    const end = (outcome: BlobObservation['outcome'], bytes: number) => {
      observe({ method, outcome, milliseconds: performance.now() - start, bytes })
    }
    try {
      const result = await work()
      end('done', bytesOf(result))
      return result
    } catch (error) {
      end(outcomeOf(error), 0)
      throw error
    }
  }
  return {
    write: (body, place, options) => timed('write', () => store.write(body, place, options), sizeOf),
    copy: (id, place) => timed('copy', () => store.copy(id, place), sizeOf),
    read: (id, slice) =>
      timed(
        'read',
        () => store.read(id, slice),
        () => (slice ? sliceLength(slice) : 0),
      ),
    readBytes: (id, slice) =>
      timed(
        'read',
        () => store.readBytes(id, slice),
        ({ length }) => length,
      ),
    remove: (id) => timed('remove', () => store.remove(id)),
    size: (id) => timed('size', () => store.size(id)),
    storedAt: (id) => store.storedAt(id),
    ids: () => store.ids(),
  }
}

const sizeOf = ({ size }: StoredBlob) => size

function outcomeOf(error: unknown): BlobObservation['outcome'] {
  if (error instanceof BlobMissing) return 'missing'
  return error instanceof Error && error.name === 'AbortError' ? 'aborted' : 'failed'
}
