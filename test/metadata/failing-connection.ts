import type { Binding, Connection } from '../../src/metadata/connection.ts'

export interface Call {
  readonly sql: string
  readonly values: readonly Binding[]
}

/** What is to go wrong with a call: nothing, or an error instead of it or although it has been carried out. */
export type Fault = { readonly error: Error; readonly when: 'before' | 'after' } | undefined

export const sqliteError = (code: string) => Object.assign(new Error(code), { code })

/** The same connection, some of whose prepared statements fail. */
export const failingConnection = (connection: Connection, faultOf: (call: Call) => Fault): Connection => ({
  ...connection,
  async prepare(sql) {
    const statement = await connection.prepare(sql)
    return {
      ...statement,
      async run(...values) {
        const fault = faultOf({ sql, values })
        if (fault?.when === 'before') throw fault.error
        await statement.run(...values)
        if (fault) throw fault.error
      },
    }
  },
})
