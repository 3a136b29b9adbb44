import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../src/lib/user-error.ts'
import { openDatabase } from '../../src/metadata/database.ts'
import { rejection } from '../contracts/rejection.ts'
import { temporaryFolder } from '../support/server.ts'

const options = { masterKeyCheck: 'check' }

describe('the database', () => {
  let folder: string
  let filename: string

  beforeEach(async () => {
    folder = await temporaryFolder()
    filename = join(folder, 'seau.db')
    await (await openDatabase(filename, options)).close()
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('can be opened while another process writes', async () => {
    const first = await openDatabase(filename, options)
    await first.writer.exec('BEGIN IMMEDIATE')
    const second = await openDatabase(filename, options)
    expect(await second.reader.knex('counters').pluck('name')).to.deep.equal(['sequence'])
    await first.writer.exec('COMMIT')
    await second.close()
    await first.close()
  })

  it('is brought up to date although a killed process has left the lock of migrations', async () => {
    const first = await openDatabase(filename, options)
    for (const table of await tablesOf(first.writer.knex)) await first.writer.exec(`DROP TABLE "${table}"`)
    await first.writer.knex('knex_migrations').delete()
    await first.writer.knex('knex_migrations_lock').update({ is_locked: 1 })
    await first.close()
    const second = await openDatabase(filename, options)
    expect(await second.reader.knex('counters').pluck('name')).to.deep.equal(['sequence'])
    await second.close()
  })

  it('refuses another master key than the one it was made with', async () => {
    const error = await rejection(openDatabase(filename, { masterKeyCheck: 'other' }))
    expect(String(error)).to.contain('master key')
  })

  it('is not made on a network file system', async () => {
    const absent = join(folder, 'absent.db')
    const findKind = (asked: string) => Promise.resolve(asked === folder ? 'nfs4' : 'ext4')
    const error = await rejection(openDatabase(absent, { ...options, findKind }))
    expect(error).to.be.instanceOf(UserError)
    expect(existsSync(absent)).to.equal(false)
  })
})

type Knex = Awaited<ReturnType<typeof openDatabase>>['writer']['knex']

const tablesOf = (knex: Knex): Promise<string[]> =>
  knex('sqlite_master')
    .where({ type: 'table' })
    .whereRaw(`name NOT LIKE 'knex%' AND name NOT LIKE 'sqlite%'`)
    .pluck('name')
