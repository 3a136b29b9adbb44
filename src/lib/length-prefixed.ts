const prefixBytes = 4

/** Texts in a row, each behind its length in bytes, so that no two rows come out alike. */
export function packTexts(texts: readonly string[]): Buffer {
  const pieces = texts.flatMap((text) => {
    const bytes = Buffer.from(text)
    const length = Buffer.alloc(prefixBytes)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  return Buffer.concat(pieces)
}

/** The texts again; undefined for what `packTexts` cannot have made. */
export function unpackTexts(packed: Buffer): readonly string[] | undefined {
  const texts: string[] = []
  let at = 0
  while (at < packed.length) {
    if (at + prefixBytes > packed.length) return undefined
    const start = at + prefixBytes
    at = start + packed.readUInt32BE(at)
    if (at > packed.length) return undefined
    texts.push(packed.toString('utf8', start, at))
  }
  return texts
}
