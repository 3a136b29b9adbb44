import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadConfig } from '../../src/config.ts'
import { start } from '../../src/compose.ts'
import { useAdmin } from '../../src/compose/use-admin.ts'
import { findServerFile, writeServerFile } from '../../src/lib/server-file.ts'
import { UserError } from '../../src/lib/user-error.ts'
import { rejection } from '../contracts/rejection.ts'
import { certificate } from '../support/certificate.ts'
import { temporaryFolder, testEnvironment } from '../support/server.ts'
import type { Admin } from '../../src/admin/contract.ts'

const silent = { SEAU_LOG_LEVEL: 'silent' }

describe('a data folder', () => {
  let data: string
  beforeEach(async () => {
    data = await temporaryFolder()
  })
  afterEach(() => rm(data, { recursive: true }))

  const config = () => loadConfig({ env: { ...testEnvironment(data), ...silent }, folder: data })
  const names = async (admin: Admin) => (await admin.listProjects({})).projects.map(({ name }) => name)

  it('belongs to one server, and the second one says which', async () => {
    const first = await start(config())
    const error = await rejection(() => start(config()))
    expect(error).to.be.instanceOf(UserError)
    expect(error).to.have.property('message').that.contains(first.urls.console).and.contains(data)
    await first.close()
    await (await start(config())).close()
  })

  it('is not barred by the note of a server that was killed', async () => {
    const note = {
      pid: process.pid,
      url: 'http://127.0.0.1:1',
      fingerprint: null,
      startedAt: '2026-01-01T00:00:00Z',
    }
    await writeFile(join(data, 'server.json'), JSON.stringify(note))
    const server = await start(config())
    await server.close()
    expect(existsSync(join(data, 'server.json'))).to.equal(false)
  })

  it('is worked on directly by a command, and through the server while one runs', async () => {
    await useAdmin(config(), (admin) => admin.createProject({ name: 'before' }))
    const server = await start(config())
    expect(await useAdmin(config(), names)).to.deep.equal(['before', 'default'])
    await useAdmin(config(), (admin) => admin.createProject({ name: 'meanwhile' }))
    await server.close()
    expect(await useAdmin(config(), names)).to.deep.equal(['before', 'default', 'meanwhile'])
  })

  describe('whose server speaks TLS', () => {
    const tlsConfig = async () => {
      await writeFile(join(data, 'cert.pem'), certificate.cert)
      await writeFile(join(data, 'key.pem'), certificate.key)
      const tls = { SEAU_TLS_CERT: join(data, 'cert.pem'), SEAU_TLS_KEY: join(data, 'key.pem') }
      return loadConfig({ env: { ...testEnvironment(data), ...silent, ...tls }, folder: data })
    }

    it('is reached by commands whatever name the certificate was made for', async () => {
      const server = await start(await tlsConfig())
      expect(server.urls.console).to.match(/^https:/)
      expect(await useAdmin(config(), names)).to.deep.equal(['default'])
      await server.close()
    })

    it('gets no token when it shows another certificate', async () => {
      const server = await start(await tlsConfig())
      const found = await findServerFile(join(data, 'server.json'))
      if (!found) throw new Error('The server left no note.')
      await writeServerFile(join(data, 'server.json'), { ...found, fingerprint: 'AA:BB' })
      expect(await rejection(() => useAdmin(config(), names)))
        .to.have.property('message')
        .that.contains('another certificate')
      await server.close()
    })
  })

  it('is not opened without its master key, or with another one', async () => {
    await useAdmin(config(), names)
    const file = join(data, 'master.key')
    for (const [text, reason] of [
      ['0'.repeat(64), /not the one that sealed/],
      ['nonsense', /is not a master key/],
    ] as const) {
      await writeFile(file, text)
      const error = await rejection(() => useAdmin(config(), names))
      expect(error).to.be.instanceOf(UserError)
      expect(error).to.have.property('message').that.matches(reason)
    }
    await rm(file)
    expect(await rejection(() => useAdmin(config(), names)))
      .to.have.property('message')
      .that.matches(/master\.key is missing/)
  })

  it('gives a command the same refusals either way', async () => {
    const refusal = () =>
      rejection(() => useAdmin(config(), (admin) => admin.deleteProject({ name: 'nobody' })))
    const direct = await refusal()
    const server = await start(config())
    const through = await refusal()
    await server.close()
    expect(direct).to.be.instanceOf(UserError)
    expect(through).to.be.instanceOf(UserError)
    expect((through as Error).message).to.equal((direct as Error).message)
  })
})
