import { createDigests, type DigestsOf } from './digests.ts'
import type { ChecksumAlgorithm } from './checksum.ts'
import type { HashThreads } from './hash-threads.ts'

export interface ThreadedDigests<Name extends ChecksumAlgorithm> {
  /** To be awaited, when it is a promise, before the next chunk. */
  update(chunk: Uint8Array): Promise<void> | undefined
  /** Ends the computation; nothing may be called after it. */
  digest(): Promise<DigestsOf<Name>>
  /** Instead of `digest`, for a body that broke off; does nothing after it. */
  forget(): void
}

const dear: readonly ChecksumAlgorithm[] = ['MD5', 'SHA1', 'SHA256', 'SHA512']

/** Like `createDigests`, with the dear ones computed in a thread: CRCs take less time than a message. */
export function threadedDigests<Name extends ChecksumAlgorithm>(
  threads: HashThreads,
  algorithms: readonly Name[],
): ThreadedDigests<Name> {
  const threaded = [...new Set(algorithms)].filter((algorithm) => dear.includes(algorithm))
  const here = createDigests(algorithms.filter((algorithm) => !dear.includes(algorithm)))
  const there = threads.begin(threaded)
  return {
    update(chunk) {
      here.update(chunk)
      return there.update(chunk)
    },
    async digest() {
      const results = await there.digest()
      const named = Object.fromEntries(threaded.map((name, n) => [name, results[n]]))
      return { ...here.digest(), ...named }
    },
    forget() {
      there.forget()
    },
  }
}
