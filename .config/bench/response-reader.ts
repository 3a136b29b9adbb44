const headEnd = '\r\n\r\n'

/** Takes what a connection receives and calls back with the status of each complete answer; throws when one has no Content-Length. */
export function responseReader(onResponse: (status: number) => void): (chunk: Buffer) => void {
  let pending: Buffer | undefined
  let status = 0
  let bodyLeft: number | undefined

  /** Where the body begins; undefined while the head is incomplete. */
  const readHead = (bytes: Buffer, from: number): number | undefined => {
    const end = bytes.indexOf(headEnd, from)
    if (end < 0) return undefined
    const head = bytes.toString('latin1', from, end)
    status = Number(head.slice(9, 12))
    bodyLeft = lengthOf(head)
    return end + headEnd.length
  }
  return (chunk) => {
    const bytes = pending ? Buffer.concat([pending, chunk]) : chunk
    pending = undefined
    let at = 0
    while (at < bytes.length) {
      if (bodyLeft === undefined) {
        const bodyStart = readHead(bytes, at)
        if (bodyStart === undefined) {
          // The connection's buffer is used again for the next chunk.
          pending = Buffer.from(bytes.subarray(at))
          return
        }
        at = bodyStart
      }
      const taken = Math.min(bodyLeft ?? 0, bytes.length - at)
      at += taken
      bodyLeft = (bodyLeft ?? 0) - taken
      if (bodyLeft > 0) continue
      bodyLeft = undefined
      onResponse(status)
    }
  }
}

function lengthOf(head: string): number {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`An answer without Content-Length:\n${head}`)
  return Number(length)
}
