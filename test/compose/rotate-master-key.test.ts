import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadConfig } from '../../src/config.ts'
import { openStore, type Store } from '../../src/compose/open-store.ts'
import { rotateMasterKey } from '../../src/compose/rotate-master-key.ts'
import { projectCaller, type ProjectCaller } from '../../src/core/caller.ts'
import { createMasterKey } from '../../src/lib/seal.ts'
import { openConnection } from '../../src/metadata/connection.ts'
import { rotateMasterKey as reseal } from '../../src/metadata/rotate-master-key.ts'
import { sealedColumns } from '../../src/metadata/sealed-values.ts'
import { rejection } from '../contracts/rejection.ts'
import { bodyFrom } from '../core/upload-body.ts'
import { startServer, temporaryFolder, testEnvironment } from '../support/server.ts'

const ref = (key: string) => ({ bucket: 'photos', key, versionId: undefined })

describe('the rotation of the master key', () => {
  let data: string
  const config = (settings: Readonly<Record<string, string>> = {}) =>
    loadConfig({ env: { ...testEnvironment(data), ...settings }, folder: data })
  const keyFile = () => join(data, 'master.key')
  const readKey = async () => Buffer.from((await readFile(keyFile(), 'utf8')).trim(), 'hex')

  /** A store with a secret of each kind, and an object under each kind of key. */
  const withStore = async <T>(work: (store: Store) => Promise<T>, settings = {}): Promise<T> => {
    const store = await openStore(config(settings))
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }
  const callerOf = async ({ core }: Store): Promise<ProjectCaller> => {
    const project = await core.catalog.findProjectByName('default')
    if (!project) throw new Error('There is no default project.')
    return projectCaller(project)
  }
  const fill = async (store: Store) => {
    const { core } = store
    await core.credentials.ensureRoot({ id: 'ROOT', secret: 'root-secret' })
    const caller = await callerOf(store)
    await core.buckets.create(caller, 'photos', { acl: {}, locationConstraint: undefined })
    for (const form of ['AES256', 'aws:kms'] as const)
      await core.objects.put(caller, ref(form), bodyFrom(Buffer.from(`under ${form}`)), {
        attributes: {},
        storageClass: 'STANDARD',
        acl: {},
        encryption:
          form === 'AES256' ? { form } : { form, keyId: undefined, context: undefined, bucketKey: false },
        signal: () => new AbortController().signal,
      })
  }
  const expectAll = async (store: Store) => {
    const caller = await callerOf(store)
    expect((await store.core.credentials.findSigner('ROOT')).secret).to.equal('root-secret')
    for (const form of ['AES256', 'aws:kms']) {
      const { body } = await store.core.objects.open(caller, ref(form))
      const bytes = Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray())
      expect(bytes.toString()).to.equal(`under ${form}`)
    }
  }

  beforeEach(async () => {
    data = await temporaryFolder()
    await withStore(fill)
  })
  afterEach(() => rm(data, { recursive: true }))

  it('leaves every secret and every encrypted object readable, as often as it is done', async () => {
    const before = await readKey()
    await rotateMasterKey(config(), {})
    expect(await readKey()).to.not.deep.equal(before)
    await rotateMasterKey(config(), {})
    await withStore(expectAll)
    await writeFile(keyFile(), before.toString('hex'))
    expect(String(await rejection(openStore(config())))).to.match(/not the one that sealed/)
  })

  it('is taken back when it was cut off before the secrets were sealed anew', async () => {
    const before = await readKey()
    await writeFile(`${keyFile()}.new`, createMasterKey().toString('hex'))
    await withStore(expectAll)
    expect(await readKey()).to.deep.equal(before)
    expect(existsSync(`${keyFile()}.new`)).to.equal(false)
  })

  it('is ended by the next start when it was cut off afterwards', async () => {
    const key = createMasterKey()
    await writeFile(`${keyFile()}.new`, key.toString('hex'))
    await reseal(join(data, 'seau.db'), { from: await readKey(), to: key })
    await withStore(expectAll)
    expect(await readKey()).to.deep.equal(key)
    expect(existsSync(`${keyFile()}.new`)).to.equal(false)
  })

  it('changes nothing when a secret cannot be opened', async () => {
    const before = await readKey()
    await withDatabase((db) => db('kms_materials').update({ sealed_material: 'broken' }))
    expect(await rejection(rotateMasterKey(config(), {}))).to.include({ name: 'SealBroken' })
    await withStore(async ({ core }) => {
      expect((await core.credentials.findSigner('ROOT')).secret).to.equal('root-secret')
    })
    expect(await readKey()).to.deep.equal(before)
  })

  it('is refused while a server runs', async () => {
    const server = await startServer({ data })
    try {
      expect(String(await rejection(rotateMasterKey(config(), {})))).to.match(/Stop the server/)
    } finally {
      await server.close()
    }
  })

  it('takes keys from the environment and from commands', async () => {
    const key = createMasterKey()
    const next = createMasterKey()
    const newKeyFile = join(data, 'next.key')
    await writeFile(newKeyFile, key.toString('base64'))
    await rotateMasterKey(config(), { newKeyFile })
    const settings = { SEAU_MASTER_KEY: key.toString('base64') }
    await withStore(expectAll, settings)
    expect(String(await rejection(rotateMasterKey(config(settings), {})))).to.match(/--new-key-file/)
    await writeFile(newKeyFile, next.toString('hex'))
    await rotateMasterKey(config(settings), { newKeyFile })
    await withStore(expectAll, { SEAU_MASTER_KEY_COMMAND: `cat '${newKeyFile}'` })
    expect(String(await rejection(openStore(config({ SEAU_MASTER_KEY_COMMAND: 'exit 1' }))))).to.match(
      /failed/,
    )
  })

  it('knows every sealed column', async () => {
    const known = sealedColumns.map(({ table, column }) => `${table}.${column}`)
    await withDatabase(async (db) => {
      const columns = await db.raw<{ name: string }[]>(
        `SELECT t.name || '.' || c.name AS name FROM sqlite_master t CROSS JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND c.name LIKE 'sealed%'`,
      )
      expect(columns.map(({ name }) => name)).to.have.members(known)
    })
  })

  const withDatabase = async (
    work: (db: Awaited<ReturnType<typeof openConnection>>['knex']) => Promise<unknown>,
  ) => {
    const connection = await openConnection({ filename: join(data, 'seau.db'), pragmas: [] })
    try {
      await work(connection.knex)
    } finally {
      await connection.close()
    }
  }
})
