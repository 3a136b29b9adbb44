import { firstSchema } from './migrations/001-first-schema.ts'
import { UserError } from '../lib/user-error.ts'
import { openConnection, type Connection } from './connection.ts'

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
}

const migrations = [firstSchema]

/** `page_size` and `auto_vacuum` are fixed by the first write; FULL makes each commit wait for the disk. */
const writerPragmas = [
  'page_size = 4096',
  'auto_vacuum = INCREMENTAL',
  'journal_mode = WAL',
  'synchronous = FULL',
  'wal_autocheckpoint = 4000',
  'cache_size = -32768',
  'busy_timeout = 0',
]
const readerPragmas = ['query_only = ON', 'cache_size = -32768', 'busy_timeout = 5000']

/** Opens the SQLite database in a file, and brings its schema up to date. */
export async function openDatabase(filename: string, { masterKeyCheck }: DatabaseOptions): Promise<Database> {
  const writer = await openConnection({ filename, pragmas: writerPragmas })
  await migrate(writer)
  await checkMasterKey(writer, masterKeyCheck)
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

/** The first master key is remembered by its check value; another one could not open what it sealed. */
async function checkMasterKey({ knex }: Connection, check: string): Promise<void> {
  await knex('settings').insert({ name: 'master key check', value: check }).onConflict('name').ignore()
  const row = await knex<{ name: string; value: string }>('settings')
    .where({ name: 'master key check' })
    .first()
  if (row?.value !== check) {
    throw new UserError('The master key is not the one that sealed the secrets in this database.')
  }
}

const migrate = ({ knex }: Connection) =>
  knex.migrate.latest({
    migrationSource: {
      getMigrations: () => Promise.resolve(migrations),
      getMigrationName: (migration: (typeof migrations)[number]) => migration.name,
      getMigration: (migration: (typeof migrations)[number]) => Promise.resolve(migration),
    },
  })
