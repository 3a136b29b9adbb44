/** So many bytes at the start of a file show what it is. */
export const detectableBytes = 4100

/** The media type that the first bytes of a file show; undefined when they show none, as those of text. Loaded when it is first needed. */
export async function detectType(start: Buffer): Promise<string | undefined> {
  const { fileTypeFromBuffer } = await import('file-type')
  return (await fileTypeFromBuffer(start))?.mime
}
