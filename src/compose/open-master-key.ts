import { existsSync } from 'node:fs'
import { loadMasterKey, settleMasterKey } from '../master-key.ts'
import { findMasterKeyCheck } from '../metadata/database.ts'
import type { Config } from '../config.ts'

/** The master key; a rotation that was cut off is ended first. Throws UserError. */
export async function openMasterKey(config: Config): Promise<Buffer> {
  const { masterKeyFile, databaseFile } = config
  const databaseExists = existsSync(databaseFile)
  if (databaseExists) await settleMasterKey(masterKeyFile, () => findMasterKeyCheck(databaseFile))
  return loadMasterKey({ ...config, databaseExists })
}
