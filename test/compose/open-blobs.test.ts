import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { openBlobs } from '../../src/compose/open-blobs.ts'
import { loadConfig } from '../../src/config.ts'
import { UserError } from '../../src/lib/user-error.ts'
import { bodyOf } from '../contracts/blob-store.ts'
import { rejection } from '../contracts/rejection.ts'
import { temporaryFolder } from '../support/server.ts'

const parts = { room: { claim: () => true, has: () => true }, clock: { now: () => Date.now() } }
const place = { projectId: 'p', bucket: 'b', extension: 'txt' }

describe('The blobs of a server', () => {
  let folder: string
  beforeEach(async () => {
    folder = await temporaryFolder()
    await mkdir(join(folder, 'cold'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const open = (env: Readonly<Record<string, string>>) => openBlobs(loadConfig({ env, folder }), parts)

  it('lie in a folder for each class that has one', async () => {
    const blobs = await open({ SEAU_STORAGE_GLACIER: 'cold' })
    const { id } = await blobs.write(bodyOf('1'), { ...place, storageClass: 'GLACIER' })
    expect(id).to.match(/^GLACIER:p\/b\//)
    expect((await blobs.write(bodyOf('1'), place)).id).to.match(/^p\/b\//)
  })

  it('are refused a folder that is not there', async () => {
    expect(await rejection(open({ SEAU_STORAGE_GLACIER: 'warm' }))).to.be.instanceOf(UserError)
  })

  it('are refused a folder that two would share', async () => {
    await symlink('cold', join(folder, 'also-cold'))
    const both = { SEAU_STORAGE_GLACIER: 'cold', SEAU_STORAGE_DEEP_ARCHIVE: 'also-cold' }
    expect(await rejection(open(both))).to.be.instanceOf(UserError)
    await mkdir(join(folder, 'data/storage'), { recursive: true })
    expect(await rejection(open({ SEAU_STORAGE_GLACIER: 'data/storage' }))).to.be.instanceOf(UserError)
  })

  it('are refused a class that there is not', () => {
    const load = () => loadConfig({ env: { SEAU_STORAGE_LUKEWARM: 'cold' }, folder })
    expect(load).to.throw(/storage lukewarm.*deep_archive/)
  })
})
