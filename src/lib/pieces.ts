export interface Pieces {
  /** Whether there is a byte left; waits for it. */
  hasMore(): Promise<boolean>
  /** The next bytes, at most so many; to be read to its end before the next. */
  next(maxBytes: number): AsyncGenerator<Buffer>
}

/** Cuts a stream into pieces. One that breaks off has ended: what came of it counts. */
export function piecesOf(source: AsyncIterable<Buffer>): Pieces {
  const iterator = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let hasEnded = false

  const fill = async (): Promise<boolean> => {
    while (rest.length === 0 && !hasEnded) {
      const step = await iterator.next().catch(() => undefined)
      if (!step || step.done === true) hasEnded = true
      else rest = step.value
    }
    return rest.length > 0
  }
  return {
    hasMore: fill,
    async *next(maxBytes) {
      let room = maxBytes
      while (room > 0 && (await fill())) {
        const chunk = rest.subarray(0, room)
        rest = rest.subarray(chunk.length)
        room -= chunk.length
        yield chunk
      }
    },
  }
}
