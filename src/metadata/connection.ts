import knexFactory, { type Knex } from 'knex'
import sqlite3 from 'sqlite3'

type Row = Record<string, unknown>
export type Binding = string | number | Buffer | null

/** A prepared statement; runs in the thread pool, one at a time on its connection. */
export interface Statement {
  run(...values: readonly Binding[]): Promise<void>
  all<T = Row>(...values: readonly Binding[]): Promise<T[]>
}

/** One SQLite connection, seen by knex for everyday queries and bare for the hot path. */
export interface Connection {
  readonly knex: Knex
  prepare(sql: string): Promise<Statement>
  exec(sql: string): Promise<void>
  close(): Promise<void>
}

interface ConnectionOptions {
  readonly filename: string
  /** Run once, when the connection opens. */
  readonly pragmas: readonly string[]
}

/** A pool of exactly one, so that knex and the prepared statements share the connection and its transaction. */
export async function openConnection({ filename, pragmas }: ConnectionOptions): Promise<Connection> {
  const knex = knexFactory({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  })
  const client = knex.client as {
    acquireConnection(): Promise<sqlite3.Database>
    releaseConnection(raw: sqlite3.Database): Promise<void>
  }
  const raw = await client.acquireConnection()
  await client.releaseConnection(raw)
  const statements: sqlite3.Statement[] = []
  const exec = (sql: string) =>
    new Promise<void>((resolve, reject) =>
      raw.exec(sql, (error) => {
        error ? reject(error) : resolve()
      }),
    )
  for (const pragma of pragmas) await exec(`PRAGMA ${pragma}`)
  return {
    knex,
    exec,
    prepare: async (sql) => {
      const statement = await prepare(raw, sql)
      statements.push(statement)
      return promised(statement)
    },
    close: async () => {
      await Promise.all(
        statements.map(
          (statement) =>
            new Promise<void>((resolve) =>
              statement.finalize(() => {
                resolve()
              }),
            ),
        ),
      )
      await knex.destroy()
    },
  }
}

const prepare = (raw: sqlite3.Database, sql: string) =>
  new Promise<sqlite3.Statement>((resolve, reject) => {
    const statement = raw.prepare(sql, (error: Error | null) => {
      error ? reject(error) : resolve(statement)
    })
  })

const promised = (statement: sqlite3.Statement): Statement => ({
  run: (...values) =>
    new Promise<void>((resolve, reject) =>
      statement.run(values, (error: Error | null) => {
        error ? reject(error) : resolve()
      }),
    ),
  all: <T>(...values: readonly Binding[]) =>
    new Promise<T[]>((resolve, reject) =>
      statement.all<T>(values, (error, rows) => {
        error ? reject(error) : resolve(rows)
      }),
    ),
})
