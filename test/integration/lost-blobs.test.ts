import { expect } from 'chai'
import { readdir, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { completeUpload, createUpload, uploadPart } from '../support/multipart.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { createClient, type Answer, type Client } from '../support/signed-request.ts'
import { textOf } from '../support/xml-text.ts'

const body = Buffer.alloc(100_000, 'b')

describe('blobs that were removed by hand', () => {
  let server: TestServer
  let client: Client
  let storage: string

  beforeEach(async () => {
    server = await startServer()
    storage = join(server.data, 'storage')
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'lost' })
    await client.send({ method: 'PUT', path: 'lost/before', body })
  })
  afterEach(async () => {
    client.close()
    await server.close()
  })

  const get = (key: string, headers = {}) => client.send({ method: 'GET', path: `lost/${key}`, headers })
  const files = async () =>
    (await readdir(storage, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  const expectLost = ({ status, body }: Answer) => {
    expect([status, textOf(body, 'Code')]).to.deep.equal([500, 'InternalError'])
    expect(textOf(body, 'Message')).to.contain('seau verify')
  }

  for (const [what, folderOf] of Object.entries({
    'the folder of all blobs': () => storage,
    'the folder of the bucket': (file: string) => join(file, '../..'),
    'a shard of the bucket': (file: string) => join(file, '..'),
  })) {
    it(`are lost with ${what}, which writes make again`, async () => {
      const [file = ''] = await files()
      await rm(folderOf(file), { recursive: true })
      expectLost(await get('before'))
      for (let n = 0; n < 20; n++) {
        const path = `lost/after-${String(n)}`
        expect((await client.send({ method: 'PUT', path, body })).status, path).to.equal(200)
        expect((await client.send({ method: 'GET', path })).body.equals(body)).to.be.true
      }
      expect((await client.send({ method: 'PUT', path: 'lost/before', body })).status).to.equal(200)
      expect((await get('before')).body.equals(body)).to.be.true
    })
  }

  it('are missed before the first byte, also when they were cut short', async () => {
    const [file = ''] = await files()
    await truncate(file, 50_000)
    expectLost(await get('before'))
    expectLost(await get('before', { Range: 'bytes=40000-60000' }))
  })

  it('leave the object to be listed, deleted and overwritten', async () => {
    await rm(storage, { recursive: true })
    expect((await client.send({ method: 'HEAD', path: 'lost/before' })).status).to.equal(200)
    const copied = await client.send({
      method: 'PUT',
      path: 'lost/copy',
      headers: { 'x-amz-copy-source': 'lost/before' },
    })
    expectLost(copied)
    const uploadId = await createUpload(client, 'lost/copy')
    for (const range of [undefined, 'bytes=5-10']) {
      const headers = { 'x-amz-copy-source': 'lost/before', 'x-amz-copy-source-range': range }
      const query = { uploadId, partNumber: '1' }
      expectLost(await client.send({ method: 'PUT', path: 'lost/copy', query, headers }))
    }
    expect((await get('copy')).status).to.equal(404)
    expect((await client.send({ method: 'DELETE', path: 'lost/before' })).status).to.equal(204)
    expect((await get('before')).status).to.equal(404)
  })

  it('break a multipart object, not its server', async () => {
    const path = 'lost/parts'
    const known = new Set(await files())
    const uploadId = await createUpload(client, path)
    const parts = [
      await uploadPart(client, path, { uploadId, partNumber: 1, body: Buffer.alloc(5 * 2 ** 20) }),
      await uploadPart(client, path, { uploadId, partNumber: 2, body }),
    ]
    expect((await completeUpload(client, path, { uploadId, parts })).status).to.equal(200)
    // Their names are in the order of their making.
    const [first = '', second = ''] = (await files())
      .filter((file) => !known.has(file))
      .sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
    await rm(second)
    const isBroken = await get('parts').then(
      () => false,
      () => true,
    )
    expect(isBroken, 'the connection breaks off in the middle').to.be.true
    expect((await get('parts', { Range: 'bytes=0-99' })).status).to.equal(206)
    await rm(first)
    expectLost(await get('parts'))
  }).timeout(20_000)
})

const nameOf = (file: string) => file.split('/').at(-1) ?? ''
