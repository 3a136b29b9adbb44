import type { Knex } from 'knex'

/** What the catalog remembers, by the names under which its changes are noted. */
export type CatalogEntry =
  | `project:${string}`
  | `key:${string}`
  | `api-key:${string}`
  | `bucket:${string}/${string}`
  | `kms:${string}`
  | `kms-alias:${string}/${string}`
  | `iam:${string}`

/** Tells every process, once the transaction has committed, that an entry must be read again. */
export type NoteChange = (entry: CatalogEntry) => Promise<void>

/** Notes changes in the transaction that is open on `db`; `noted` gathers them. */
export const noteChanges =
  (db: Knex, noted: CatalogEntry[]): NoteChange =>
  async (entry) => {
    noted.push(entry)
    await db('catalog_changes').insert({ entry })
  }
