import { takeDataFolder } from '../data-folder.ts'
import { createMasterKey } from '../lib/seal.ts'
import { UserError } from '../lib/user-error.ts'
import { draftMasterKey, isFromFile, readMasterKey, settleMasterKey } from '../master-key.ts'
import { findMasterKeyCheck } from '../metadata/database.ts'
import { rotateMasterKey as reseal } from '../metadata/rotate-master-key.ts'
import { openMasterKey } from './open-master-key.ts'
import type { Config } from '../config.ts'

interface RotationOptions {
  /** Holds the new key; absent: one is made. Needed where the key does not lie in its file. */
  readonly newKeyFile?: string | undefined
}

/**
 * Seals all secrets under a new master key, and puts that in place of the old one where it lies in its file. What is cut off in between
 * is ended, one way or the other, by the next start. Throws UserError, also while a server works on the data folder.
 */
export async function rotateMasterKey(config: Config, { newKeyFile }: RotationOptions): Promise<void> {
  if (newKeyFile === undefined && !isFromFile(config))
    throw new UserError(
      'The master key does not lie in a file of the server: name a file with the new one by --new-key-file, and give its key to the server afterwards.',
    )
  const folder = await takeDataFolder(config.data)
  if (folder.kind === 'served')
    throw new UserError(
      `Stop the server (process ${String(folder.note.pid)}) first: it knows the old master key only.`,
    )
  try {
    const from = await openMasterKey(config)
    const to = newKeyFile === undefined ? createMasterKey() : await readMasterKey(newKeyFile)
    const { masterKeyFile, databaseFile } = config
    if (isFromFile(config)) await draftMasterKey(masterKeyFile, to)
    await reseal(databaseFile, { from, to })
    await settleMasterKey(masterKeyFile, () => findMasterKeyCheck(databaseFile))
  } finally {
    await folder.release()
  }
}
