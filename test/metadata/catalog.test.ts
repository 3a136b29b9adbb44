import { expect } from 'chai'
import { openCatalog, type OpenCatalog } from '../../src/metadata/catalog.ts'
import { iamChanges } from '../../src/metadata/iam-repository.ts'
import { projectChanges } from '../../src/metadata/project-repository.ts'
import { noteChanges } from '../../src/metadata/catalog-changes.ts'
import { createMasterKey, createSealer } from '../../src/lib/seal.ts'
import type { Database } from '../../src/metadata/database.ts'
import { openTemporaryDatabase } from './temporary-database.ts'

describe('the catalog', () => {
  let database: Database
  const sealer = createSealer(createMasterKey(), 'access keys')
  const open = (shared: boolean) => openCatalog({ reader: database.reader, sealer, shared })

  /** As another process does it: nothing but the database tells this one. */
  const createProject = (name: string) =>
    projectChanges(database.writer.knex, noteChanges(database.writer.knex, [])).create({
      id: name,
      name,
      canonicalId: `canonical-${name}`,
      email: undefined,
      namespace: '',
      createdAt: 1000,
    })
  const has = async (catalog: OpenCatalog, name: string) =>
    Promise.all([
      catalog.findProject(name),
      catalog.findProjectByName(name),
      catalog.findProjectByCanonicalId(`canonical-${name}`),
    ]).then((found) => found.map((project) => project !== undefined))

  beforeEach(async () => {
    database = await openTemporaryDatabase()
  })
  afterEach(() => database.close())

  it('remembers without asking again when no other process writes', async () => {
    const catalog = await open(false)
    expect(await has(catalog, 'a')).to.deep.equal([false, false, false])
    await createProject('a')
    expect(catalog.refresh()).to.equal(undefined)
    expect(await has(catalog, 'a')).to.deep.equal([false, false, false])
    catalog.drop(['project:a'])
    expect(await has(catalog, 'a')).to.deep.equal([true, true, true])
  })

  it('learns with a refresh what other processes have committed', async () => {
    const catalog = await open(true)
    expect(await has(catalog, 'a')).to.deep.equal([false, false, false])
    await createProject('a')
    await catalog.refresh()
    expect(await has(catalog, 'a')).to.deep.equal([true, true, true])
  })

  it('learns with a refresh which users and roles other processes have made', async () => {
    const catalog = await open(true)
    expect(await catalog.findIdentity('R')).to.equal(undefined)
    expect(await catalog.findRole('p', 'Reader')).to.equal(undefined)
    const { knex } = database.writer
    await iamChanges(knex, noteChanges(knex, [])).create({
      kind: 'role',
      id: 'R',
      projectId: 'p',
      name: 'Reader',
      path: '/',
      createdAt: 1000,
      tags: [],
      inlinePolicies: [],
      sessionsNotBefore: 0,
      trustPolicy: '{}',
      maxSessionSeconds: 3600,
    })
    await catalog.refresh()
    expect(await catalog.findIdentity('R')).to.include({ name: 'Reader' })
    expect(await catalog.findRole('p', 'Reader')).to.include({ id: 'R' })
  })

  it('drops only what was changed', async () => {
    const catalog = await open(true)
    await catalog.findBucket('', 'left')
    await catalog.findBucket('', 'changed/with:signs')
    const bucket = { project_id: 'p', namespace: '', region: 'r', versioning: 'off', configuration: '{}' }
    for (const name of ['left', 'changed/with:signs'])
      await database.writer.knex('buckets').insert({ ...bucket, name, created_at: 1 })
    await database.writer.knex('catalog_changes').insert({ entry: 'bucket:/changed/with:signs' })
    await catalog.refresh()
    expect(await catalog.findBucket('', 'left')).to.equal(undefined)
    expect((await catalog.findBucket('', 'changed/with:signs'))?.name).to.equal('changed/with:signs')
  })

  it('reads everything again after more changes than it follows one by one', async () => {
    const catalog = await open(true)
    expect(await has(catalog, 'a')).to.deep.equal([false, false, false])
    await createProject('a')
    await database.writer.knex.raw(
      `INSERT INTO catalog_changes (entry) SELECT 'key:' || value FROM json_each(?)`,
      [JSON.stringify(Array.from({ length: 300 }, (_, n) => n))],
    )
    await catalog.refresh()
    expect(await has(catalog, 'a')).to.deep.equal([true, true, true])
  })
})
