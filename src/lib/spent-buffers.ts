import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { readonly type: 'minor' }) => void

const mostBytes = 8 << 20
let spentBytes = 0
let collect: Collect | undefined

/**
 * Tells of buffers that were read from a connection and are needed no more. V8 lets 32 MiB of them lie before it looks at its young
 * generation, whatever its flags say; it is made to look at every eighth MiB, which takes it a millisecond
 * (docs/decisions/011-start-up-memory.md).
 */
export function noteSpent(bytes: number): void {
  spentBytes += bytes
  if (spentBytes < mostBytes) return
  spentBytes = 0
  collect ??= findCollector()
  collect({ type: 'minor' })
}

/** The engine hands its collector only to contexts made while the flag is set. */
function findCollector(): Collect {
  setFlagsFromString('--expose-gc')
  const found = runInNewContext('gc') as Collect
  setFlagsFromString('--no-expose-gc')
  return found
}
