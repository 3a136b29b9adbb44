import { dirname } from 'node:path'
import { firstSchema } from './migrations/001-first-schema.ts'
import { events } from './migrations/002-events.ts'
import { kmsKeys } from './migrations/003-kms-keys.ts'
import { annotations } from './migrations/004-annotations.ts'
import { renames } from './migrations/005-renames.ts'
import { identities } from './migrations/006-identities.ts'
import { projects } from './migrations/007-projects.ts'
import { operators } from './migrations/008-operators.ts'
import { rest } from './migrations/009-rest.ts'
import { delivery } from './migrations/010-delivery.ts'
import { objectJobs } from './migrations/011-object-jobs.ts'
import { findFileSystemKind } from '../lib/file-system-kind.ts'
import { UserError } from '../lib/user-error.ts'
import { openConnection, type Connection } from './connection.ts'
import { refuseNetworkFileSystem } from './network-file-system.ts'

/** The connections of one process to the metadata. */
export interface Database {
  /** The only one that writes. */
  readonly writer: Connection
  /** Look-ups of requests. */
  readonly reader: Connection
  /** Listings and everyday queries, which may take longer. */
  readonly lister: Connection
  close(): Promise<void>
}

interface DatabaseOptions {
  /** See `masterKeyCheck` in lib/seal.ts. */
  readonly masterKeyCheck: string
  /** Asks the system for the kind of file system that holds a folder; another one in tests. */
  readonly findKind?: typeof findFileSystemKind
}

const migrations = [
  firstSchema,
  events,
  kmsKeys,
  annotations,
  renames,
  identities,
  projects,
  operators,
  rest,
  delivery,
  objectJobs,
]

/** Fixed by the first write to a database; setting them again would be a write. */
const newFilePragmas = ['page_size = 4096', 'auto_vacuum = INCREMENTAL']
/** FULL makes each commit wait for the disk. */
const writerPragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'wal_autocheckpoint = 4000',
  'cache_size = -32768',
  'busy_timeout = 0',
]
const readerPragmas = ['query_only = ON', 'cache_size = -32768', 'busy_timeout = 5000']

/** Opens the SQLite database in a file, and brings its schema up to date; throws UserError where that isn't safe. */
export async function openDatabase(
  filename: string,
  { masterKeyCheck, findKind = findFileSystemKind }: DatabaseOptions,
): Promise<Database> {
  const folder = dirname(filename)
  refuseNetworkFileSystem(folder, await findKind(folder))
  const writer = await openConnection({ filename, pragmas: [] })
  const pragmas = (await isEmpty(writer)) ? [...newFilePragmas, ...writerPragmas] : writerPragmas
  for (const pragma of pragmas) await writer.exec(`PRAGMA ${pragma}`)
  try {
    await migrate(writer)
    await checkMasterKey(writer, masterKeyCheck)
  } catch (error) {
    await writer.close()
    throw error
  }
  const [reader, lister] = await Promise.all([
    openConnection({ filename, pragmas: readerPragmas }),
    openConnection({ filename, pragmas: readerPragmas }),
  ])
  return {
    writer,
    reader,
    lister,
    close: async () => {
      await Promise.all([reader.close(), lister.close()])
      await writer.close()
    },
  }
}

/** The check value of the master key that the secrets in a database are sealed with; '' for one without secrets. */
export async function findMasterKeyCheck(filename: string): Promise<string> {
  const connection = await openConnection({ filename, pragmas: ['busy_timeout = 5000'] })
  try {
    return (await knownCheck(connection)) ?? ''
  } finally {
    await connection.close()
  }
}

const checkName = { name: 'master key check' }

async function knownCheck({ knex }: Connection): Promise<string | undefined> {
  return (await knex<{ name: string; value: string }>('settings').where(checkName).first())?.value
}

async function isEmpty({ knex }: Connection): Promise<boolean> {
  const [row] = await knex.raw<readonly { readonly page_count: number }[]>('PRAGMA page_count')
  return row?.page_count === 0
}

/** The first master key is remembered by its check value; another one could not open what it sealed. */
async function checkMasterKey(connection: Connection, check: string): Promise<void> {
  const known = await knownCheck(connection)
  if (known === undefined) await connection.knex('settings').insert({ ...checkName, value: check })
  else if (known !== check) {
    throw new UserError('The master key is not the one that sealed the secrets in this database.')
  }
}

/** Writes nothing when there is nothing to do: another process may be writing, or the disk be full. */
async function migrate({ knex }: Connection): Promise<void> {
  const [, pending] = (await knex.migrate.list(migrationConfig)) as [unknown, readonly unknown[]]
  if (pending.length === 0) return
  // Only the owner of the data folder finds anything to do, so a lock is one that a killed process has left.
  await knex.migrate.forceFreeMigrationsLock(migrationConfig)
  await knex.migrate.latest(migrationConfig)
}

const migrationConfig = {
  migrationSource: {
    getMigrations: () => Promise.resolve(migrations),
    getMigrationName: (migration: (typeof migrations)[number]) => migration.name,
    getMigration: (migration: (typeof migrations)[number]) => Promise.resolve(migration),
  },
}
