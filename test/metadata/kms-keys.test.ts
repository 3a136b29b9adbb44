import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { createMasterKey, createSealer } from '../../src/lib/seal.ts'
import { createMetadata } from '../../src/metadata/create-metadata.ts'
import { openObjectReads } from '../../src/metadata/object-reads.ts'
import { openObjectWriter } from '../../src/metadata/object-writer.ts'
import { openWriteQueue } from '../../src/metadata/write-queue.ts'
import { openTemporaryDatabase } from './temporary-database.ts'
import type { Database } from '../../src/metadata/database.ts'
import type { KmsKey } from '../../src/core/encryption/kms-key.ts'
import type { Metadata } from '../../src/core/ports.ts'

const key = (id: string, alias?: string): KmsKey => ({
  id,
  projectId: 'p',
  alias,
  status: 'enabled',
  createdAt: 1000,
  materials: [randomBytes(32)],
})

describe('The key ring in the database', () => {
  let database: Database
  let metadata: Metadata
  beforeEach(async () => {
    database = await openTemporaryDatabase()
    metadata = await createMetadata({
      database,
      sealer: createSealer(createMasterKey(), 'access keys'),
      reads: await openObjectReads(database.reader),
      writeQueue: await openWriteQueue(database.writer, await openObjectWriter(database.writer)),
    })
  })
  afterEach(() => metadata.close())
  const create = (one: KmsKey) => metadata.transaction((tx) => tx.createKmsKey(one))

  it('finds keys by id and by alias, also those that were looked for before', async () => {
    expect(await metadata.catalog.findKmsKey('a')).to.equal(undefined)
    expect(await metadata.catalog.findKmsAlias('p', 'photos')).to.equal(undefined)
    const one = key('a', 'photos')
    await create(one)
    await create(key('b'))
    expect(await metadata.catalog.findKmsKey('a')).to.deep.equal(one)
    expect(await metadata.catalog.findKmsAlias('p', 'photos')).to.deep.equal(one)
    expect(await metadata.catalog.findKmsAlias('other', 'photos')).to.equal(undefined)
    expect((await metadata.listKmsKeys('p')).map(({ id }) => id)).to.deep.equal(['a', 'b'])
  })

  it('tells the new status and material at once', async () => {
    const one = key('a', 'photos')
    await create(one)
    await metadata.catalog.findKmsAlias('p', 'photos')
    await metadata.catalog.findKmsKey('a')
    const second = randomBytes(32)
    await metadata.transaction(async (tx) => {
      await tx.setKmsKeyStatus('a', 'disabled')
      await tx.rotateKmsKey('a', second)
    })
    const changed = { ...one, status: 'disabled', materials: [...one.materials, second] }
    expect(await metadata.catalog.findKmsKey('a')).to.deep.equal(changed)
    expect(await metadata.catalog.findKmsAlias('p', 'photos')).to.deep.equal(changed)
  })

  it('keeps the material sealed', async () => {
    const one = key('a')
    await create(one)
    const [row] = await database.reader.knex<{ sealed_material: string }>('kms_materials').select()
    const [material = Buffer.alloc(0)] = one.materials
    for (const encoding of ['base64', 'base64url', 'hex'] as const)
      expect(row?.sealed_material).not.to.contain(material.toString(encoding))
  })

  it('has an alias once in a project', async () => {
    await create(key('a', 'photos'))
    const again = await create(key('b', 'photos')).then(
      () => 'created',
      () => 'refused',
    )
    expect(again).to.equal('refused')
  })
})
