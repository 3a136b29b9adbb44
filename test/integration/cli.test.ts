import { execFile } from 'node:child_process'
import { rm, unlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { createClient } from '../support/signed-request.ts'
import { startServer, temporaryFolder, testEnvironment, type TestServer } from '../support/server.ts'
import { blobFiles } from '../support/blob-files.ts'

const repository = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

describe('the seau command', () => {
  let data: string
  beforeEach(async () => {
    data = await temporaryFolder()
  })
  afterEach(() => rm(data, { recursive: true }))

  const seau = async (...args: readonly string[]): Promise<Outcome> => {
    const env = { PATH: process.env['PATH'], ...testEnvironment(data) }
    try {
      const done = await run(process.execPath, ['--import', 'tsx', 'src/main.cts', ...args], {
        cwd: repository,
        env,
      })
      return { code: 0, ...done }
    } catch (error) {
      return error as Outcome
    }
  }
  const json = async (...args: readonly string[]) =>
    JSON.parse((await seau(...args, '--json')).stdout) as unknown

  it('manages the keys of SSE-KMS', async () => {
    await seau('project', 'create', 'shop')
    const key = (await json('kms', 'create', '--project', 'shop', '--alias', 'photos')) as {
      id: string
      arn: string
    }
    expect(key).to.include({ alias: 'photos', status: 'enabled', versions: 1 })
    expect(key.arn).to.match(/^arn:aws:kms:us-east-1:[0-9a-f]{12}:key\/[0-9a-f-]{36}$/)
    expect(await json('kms', 'rotate', key.id)).to.include({ arn: key.arn, versions: 2 })
    expect(await json('kms', 'disable', key.id)).to.include({ status: 'disabled' })
    expect(await json('kms', 'enable', key.id)).to.include({ status: 'enabled' })
    expect(await json('kms', 'list', '--project', 'shop')).to.have.length(1)
    expect((await seau('kms', 'list', '--project', 'shop')).stdout).to.contain(key.arn)
    expect(await seau('kms', 'rotate', 'nothing')).to.include({ code: 1 })
  }).timeout(30_000)

  it('says how a bucket serves browsers', async () => {
    const server = await startServer({ data })
    const client = createClient(server)
    await client.send({ method: 'PUT', path: 'shop' })
    const document = { compress: false, rules: { allowedTypes: ['image/*'] } }
    expect(await json('bucket', 'delivery', 'shop', '--set', JSON.stringify(document))).to.deep.equal(
      document,
    )
    expect(JSON.parse((await seau('bucket', 'delivery', 'shop')).stdout)).to.deep.equal(document)
    const wrong = await seau('bucket', 'delivery', 'shop', '--set', '{"compres":false}')
    expect(wrong.code).to.equal(1)
    expect(wrong.stderr).to.contain('compres')
    client.close()
    await server.close()
  }).timeout(30_000)

  it('manages projects and keys without a server', async () => {
    expect(await json('project', 'create', 'shop', '--email', 'a@example.com')).to.include({
      name: 'shop',
      email: 'a@example.com',
    })
    const imported = [
      '--access-key',
      'SHOPKEY',
      '--secret-key',
      'shop-secret',
      '--name',
      'web',
      '--expires',
      '30d',
    ]
    expect(await json('key', 'create', '--project', 'shop', ...imported)).to.include({
      id: 'SHOPKEY',
      secret: 'shop-secret',
      project: 'shop',
      name: 'web',
      status: 'active',
    })
    expect(await json('key', 'disable', 'SHOPKEY')).to.include({ status: 'disabled' })
    const { stdout } = await seau('key', 'list', '--project', 'shop')
    expect(stdout)
      .to.match(/^ACCESS KEY +PROJECT +NAME +STATUS/)
      .and.match(/^SHOPKEY +shop +web +disabled/m)
    expect(stdout).not.to.contain('shop-secret')
  }).timeout(30_000)

  it('says in one line what is wrong, and ends with 1', async () => {
    const { code, stdout, stderr } = await seau('project', 'delete', 'nobody')
    expect({ code, stdout, stderr }).to.deep.equal({
      code: 1,
      stdout: '',
      stderr: 'There is no project called nobody.\n',
    })
    expect((await seau('verify', '--drop-lost')).stderr).to.match(/^--drop-lost [^\n]+\n$/)
  }).timeout(30_000)

  describe('beside a running server', () => {
    let server: TestServer
    beforeEach(async () => {
      server = await startServer({ data, settings: { SEAU_INLINE_BYTES: '0' } })
      const client = createClient(server)
      await client.send({ method: 'PUT', path: 'photos' })
      await client.send({ method: 'PUT', path: 'photos/kept.txt', body: 'kept' })
      await client.send({ method: 'PUT', path: 'photos/lost.jpg', body: 'lost' })
      client.close()
    })
    afterEach(() => server.close())

    it('lists buckets, and verifies what they hold', async () => {
      expect(await json('bucket', 'list')).to.have.nested.property('[0].objects', 2)
      const [lost = ''] = (await blobFiles(server)).filter((name) => name.endsWith('.jpg'))
      const [project = ''] = ((await json('project', 'list')) as { id: string }[]).map(({ id }) => id)
      await unlink(join(data, 'storage', project, 'photos', lost.slice(34, 36), lost))
      const { code, stdout, stderr } = await seau('verify')
      expect({ code, stderr }).to.deep.equal({ code: 1, stderr: '' })
      expect(stdout)
        .to.match(/^2 blobs checked, 1 lost object, 0 orphans/)
        .and.match(/photos\/lost\.jpg: \S+ is missing/)
      expect(await json('verify', '--repair', '--drop-lost')).to.have.nested.property(
        'lost[0].isDropped',
        true,
      )
      expect(await json('verify')).to.include({ checkedBlobs: 1, lostCount: 0 })
    }).timeout(30_000)
  })
})
