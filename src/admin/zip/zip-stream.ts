import { PassThrough, type Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export interface ZipEntry {
  /** Relative, with slashes; of a folder with one at the end. */
  readonly name: string
  /** Of its last change, in milliseconds since 1970. */
  readonly changedAt: number
  /** In bytes. */
  readonly size: number
  /** Undefined for a folder. */
  readonly body: Readable | undefined
}

/** A ZIP archive that is made while it is read, one entry after the other and without compression; ends when its reader does. */
export function zipStream(entries: AsyncIterable<ZipEntry>): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  zip.outputStream.pipe(output)
  const fail = (error: Error) => {
    output.destroy(error)
  }
  zip.on('error', fail)
  void fill(zip, entries, output).catch(fail)
  return output
}

async function fill(zip: ZipFile, entries: AsyncIterable<ZipEntry>, output: PassThrough): Promise<void> {
  for await (const entry of entries) {
    const { body } = entry
    if (output.destroyed) return void body?.destroy()
    if (body) await append(zip, { ...entry, body }, output)
    else zip.addEmptyDirectory(entry.name, { mtime: new Date(entry.changedAt) })
  }
  zip.end()
}

/** Resolves once the body was read to its end, which the reader's pace decides. */
async function append(
  zip: ZipFile,
  { name, body, size, changedAt }: ZipEntry & { readonly body: Readable },
  output: PassThrough,
): Promise<void> {
  const stop = () => body.destroy()
  output.once('close', stop)
  try {
    zip.addReadStream(body, name, { compress: false, size, mtime: new Date(changedAt) })
    await finished(body, { writable: false })
  } finally {
    output.off('close', stop)
  }
}
