import { X509Certificate } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findServerFile, removeServerFile, type ServerNote, writeServerFile } from './lib/server-file.ts'
import { UserError } from './lib/user-error.ts'
import { takeFileLock } from './metadata/file-lock.ts'

/** A data folder that nobody else works on. */
export interface OwnDataFolder {
  readonly kind: 'own'
  /** Tells commands where the server is. */
  announce(note: ServerNote): Promise<void>
  release(): Promise<void>
}

/** A data folder that a server works on. */
interface ServedDataFolder {
  readonly kind: 'served'
  readonly note: ServerNote
}

/** Long enough for a server that is just starting or stopping, or for a short command. */
const patienceMs = 5000
const pauseMs = 50

/** Takes the folder (made when it is missing), or tells which server has it; throws UserError when something else keeps it. */
export async function takeDataFolder(folder: string): Promise<OwnDataFolder | ServedDataFolder> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'server.json')
  const deadline = performance.now() + patienceMs
  do {
    const lock = await takeFileLock(join(folder, 'server.lock'))
    if (lock) {
      // Left by a server that was killed.
      await removeServerFile(file)
      return {
        kind: 'own',
        announce: (note) => writeServerFile(file, note),
        release: async () => {
          await removeServerFile(file)
          await lock.release()
        },
      }
    }
    const note = await findServerFile(file)
    if (note) return { kind: 'served', note }
    await sleep(pauseMs)
  } while (performance.now() < deadline)
  throw new UserError(
    `Another seau command is using the data folder ${folder}. Try again when it has finished.`,
  )
}

/** As `takeDataFolder`, for a server: throws UserError also when another server has the folder. */
export async function ownDataFolder(folder: string): Promise<OwnDataFolder> {
  const taken = await takeDataFolder(folder)
  if (taken.kind === 'own') return taken
  const { pid, url } = taken.note
  throw new UserError(`A server (process ${String(pid)}, ${url}) is using the data folder ${folder} already.`)
}

/** What the process tells of its console listener; a listener on all addresses is reached on loopback. */
export function serverNote(url: string, tls: { readonly cert: Buffer } | undefined): ServerNote {
  const reachable = url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')
  const fingerprint = tls ? new X509Certificate(tls.cert).fingerprint256 : null
  return { pid: process.pid, url: reachable, fingerprint, startedAt: new Date().toISOString() }
}
