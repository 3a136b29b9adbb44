import knexFactory, { type Knex } from 'knex'
import type sqlite3 from 'sqlite3'

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
  const exec = (sql: string) => promised<undefined>((done) => raw.exec(sql, done))
  for (const pragma of pragmas) await exec(`PRAGMA ${pragma}`)
  return {
    knex,
    exec,
    prepare: async (sql) => {
      const statement = await prepare(raw, sql)
      statements.push(statement)
      return {
        run: (...values) => promised<undefined>((done) => statement.run(values, done)),
        all: <T>(...values: readonly Binding[]) => promised<T[]>((done) => statement.all<T>(values, done)),
      }
    },
    close: async () => {
      await Promise.all(
        statements.map((statement) => promised<undefined>((done) => statement.finalize(done))),
      )
      await knex.destroy()
    },
  }
}

const prepare = async (raw: sqlite3.Database, sql: string): Promise<sqlite3.Statement> => {
  let statement: sqlite3.Statement | undefined
  await promised<undefined>((done) => (statement = raw.prepare(sql, done)))
  if (!statement) throw new Error('SQLite prepared nothing.')
  return statement
}

type Done<T> = (error?: Error | null, value?: T) => void

const promised = <T>(call: (done: Done<T>) => unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    call((error, value) => {
      if (error) reject(error)
      else resolve(value as T)
    })
  })
