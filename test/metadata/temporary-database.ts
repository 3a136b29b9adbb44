import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../../src/metadata/database.ts'

/** An empty database in a directory of its own, which goes when the database closes. */
export async function openTemporaryDatabase(): Promise<Database> {
  const directory = await mkdtemp(join(tmpdir(), 'seau-metadata-'))
  const database = await openDatabase(join(directory, 'seau.db'), { masterKeyCheck: 'check' })
  return {
    ...database,
    close: async () => {
      await database.close()
      await rm(directory, { recursive: true })
    },
  }
}
