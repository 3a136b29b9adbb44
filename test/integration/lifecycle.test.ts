import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'chai'
import { createUpload, uploadPart } from '../support/multipart.ts'
import { startServer, temporaryFolder, type TestServer } from '../support/server.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { blocksOf, textsOf } from '../support/xml-text.ts'

let server: TestServer
let client: Client

const put = (path: string, query: Record<string, string>, body: string) => {
  const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
  return client.send({ method: 'PUT', path, query, headers, body })
}
const list = async (query: Record<string, string>) =>
  (await client.send({ method: 'GET', path: 'wearit', query })).body.toString()
const ruleOf = (id: string, action: string) =>
  `<Rule><ID>${id}</ID><Status>Enabled</Status><Filter><Prefix/></Filter>${action}</Rule>`

/** Asks until it holds; fails after several shortened days. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come about.')
    await delay(100)
  }
}

describe('a bucket with lifecycle rules, on days of a second', function () {
  this.timeout(30_000)
  let archive: string

  before(async () => {
    archive = await temporaryFolder()
    server = await startServer({
      settings: { SEAU_LIFECYCLE_DAY_SECONDS: '1', SEAU_STORAGE_GLACIER: archive, SEAU_INLINE_BYTES: '0' },
    })
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'wearit' })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  it('loses old versions and uploads that do not end', async () => {
    const enabled = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
    expect(await put('wearit', { versioning: '' }, enabled)).to.include({ status: 200 })
    for (const body of ['1', '2', '3']) await client.send({ method: 'PUT', path: 'wearit/a.jpg', body })
    const uploadId = await createUpload(client, 'wearit/b.jpg')
    await uploadPart(client, 'wearit/b.jpg', { uploadId, partNumber: 1, body: Buffer.from('part') })
    expect(textsOf(await list({ versions: '' }), 'VersionId')).to.have.length(3)

    const expiry =
      '<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays></NoncurrentVersionExpiration>'
    const abort =
      '<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>'
    const rules = ruleOf('DeleteOldVersions', expiry) + ruleOf('DeleteIncompleteMultipart', abort)
    const configuration = `<LifecycleConfiguration>${rules}</LifecycleConfiguration>`
    expect(await put('wearit', { lifecycle: '' }, configuration)).to.include({ status: 200 })

    await eventually(async () => textsOf(await list({ versions: '' }), 'VersionId').length === 1)
    await eventually(async () => !(await list({ uploads: '' })).includes(uploadId))
    const kept = await client.send({ method: 'GET', path: 'wearit/a.jpg' })
    expect(kept.body.toString()).to.equal('3')
  })

  it('moves objects to a folder of their class, from which they are restored', async () => {
    await client.send({ method: 'PUT', path: 'cold' })
    await client.send({ method: 'PUT', path: 'cold/a.txt', body: 'kept for long' })
    const transition = '<Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition>'
    const rule = `<Rule><ID>cold</ID><Status>Enabled</Status><Filter><ObjectSizeGreaterThan>0</ObjectSizeGreaterThan></Filter>${transition}</Rule>`
    await put('cold', { lifecycle: '' }, `<LifecycleConfiguration>${rule}</LifecycleConfiguration>`)
    const get = () => client.send({ method: 'GET', path: 'cold/a.txt' })
    await eventually(async () => (await get()).status === 403)
    const files = (await readdir(archive, { recursive: true })).filter((name) => name.endsWith('.txt'))
    expect(files.map((name) => join(archive, name))).to.have.length(1)

    const body = '<RestoreRequest><Days>1</Days></RestoreRequest>'
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
    const restored = await client.send({
      method: 'POST',
      path: 'cold/a.txt',
      query: { restore: '' },
      headers,
      body,
    })
    expect(restored.status).to.equal(202)
    const answer = await get()
    expect(answer.body.toString()).to.equal('kept for long')
    expect(answer.headers['x-amz-restore']).to.include('ongoing-request="false"')
    expect(blocksOf(await listOf('cold'), 'StorageClass')).to.deep.equal(['GLACIER'])
    await eventually(async () => (await get()).status === 403)
  })

  const listOf = async (path: string) =>
    (await client.send({ method: 'GET', path, query: { 'list-type': '2' } })).body.toString()
})
