import { readFile, rename, rm, writeFile } from 'node:fs/promises'

/** What a running server tells commands on the same machine. */
export interface ServerNote {
  readonly pid: number
  /** Of the console listener. */
  readonly url: string
  /** SHA-256 of the certificate that the listener shows, as colon-separated hexadecimal; null without TLS. */
  readonly fingerprint: string | null
  readonly startedAt: string
}

/** Appears whole: nobody reads half a note. */
export async function writeServerFile(path: string, note: ServerNote): Promise<void> {
  const draft = `${path}.${String(note.pid)}`
  await writeFile(draft, `${JSON.stringify(note, undefined, 2)}\n`, { mode: 0o600 })
  await rename(draft, path)
}

export const removeServerFile = (path: string): Promise<void> => rm(path, { force: true })

/** Undefined when there is none. */
export async function findServerFile(path: string): Promise<ServerNote | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ServerNote
  } catch {
    return undefined
  }
}
