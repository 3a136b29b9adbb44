import { execFile } from 'node:child_process'
import { appendFile, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { hasSystemCode } from '../../src/lib/system-error.ts'
import { blobFiles } from '../support/blob-files.ts'
import { completeUpload, createUpload, uploadPart } from '../support/multipart.ts'
import { openRaw, rawHead } from '../support/raw-connection.ts'
import { startServer, temporaryFolder, type TestServer } from '../support/server.ts'
import {
  createClient,
  open as openRequest,
  signedHead,
  type Answer,
  type Client,
} from '../support/signed-request.ts'
import { textOf } from '../support/xml-text.ts'

const run = promisify(execFile)
const mebibyte = 2 ** 20
/** The server writes meanwhile: the last bytes may be gone before they are taken. */
const whenFull = (error: unknown) => {
  if (!hasSystemCode(error, 'ENOSPC')) throw error
}
const diskBytes = 64 * mebibyte

/** Why no disk could be made; undefined when it was. */
const mountDisk = (folder: string): Promise<string | undefined> =>
  run('mount', ['-t', 'tmpfs', '-o', `size=${String(diskBytes)}`, 'tmpfs', folder]).then(
    () => undefined,
    (error: unknown) => String(error),
  )

const freeBytes = async (folder: string) => {
  const { bsize, bavail } = await statfs(folder)
  return bsize * bavail
}

describe('a full disk', () => {
  let data: string
  let server: TestServer
  let client: Client
  let stored: Map<string, Buffer>
  let cleanUps: (() => unknown)[]

  beforeEach(async function () {
    stored = new Map()
    data = await temporaryFolder()
    cleanUps = [() => rm(data, { recursive: true })]
    const reason = await mountDisk(data)
    if (reason !== undefined) {
      console.log(`    skipped: a small disk cannot be mounted (${reason.trim()})`)
      this.skip()
    }
    cleanUps.unshift(() => run('umount', [data]))
    await open()
    await client.send({ method: 'PUT', path: 'disk' })
  })
  afterEach(async () => {
    for (const cleanUp of cleanUps) await cleanUp()
  })

  const open = async () => {
    server = await startServer({ data })
    client = createClient(server)
    cleanUps.unshift(close)
  }
  const close = async () => {
    cleanUps = cleanUps.filter((cleanUp) => cleanUp !== close)
    client.close()
    await server.close()
  }
  const put = async (key: string, body: Buffer) => {
    const answer = await client.send({ method: 'PUT', path: `disk/${key}`, body })
    if (answer.status === 200) stored.set(key, body)
    return answer
  }
  const remove = async (key: string) => {
    const { status } = await client.send({ method: 'DELETE', path: `disk/${key}` })
    if (status === 204) stored.delete(key)
    return status
  }
  const expectAllThere = async () => {
    for (const [key, body] of stored) {
      const answer = await client.send({ method: 'GET', path: `disk/${key}` })
      expect(answer.status, key).to.equal(200)
      expect(answer.body.equals(body), `${key} is whole`).to.be.true
    }
  }
  const expectNoRoom = ({ status, body, headers }: Answer) => {
    expect([status, textOf(body, 'Code')]).to.deep.equal([507, 'InsufficientStorage'])
    expect(textOf(body, 'RequestId')).to.equal(headers['x-amz-request-id'])
  }
  /** Takes all but the last bytes of the disk. */
  const fillUp = async (remaining: number) => {
    await appendFile(join(data, 'ballast'), Buffer.alloc((await freeBytes(data)) - remaining)).catch(whenFull)
    await delay(300)
  }

  const freeUp = async () => {
    await rm(join(data, 'ballast'))
    await delay(300)
  }

  for (const [kind, size] of Object.entries({ 'kept inline': 8_000, 'kept as files': 300_000 })) {
    it(`refuses objects that are ${kind} with 507 and lets everything else go on`, async () => {
      await fillUp(24 * mebibyte)
      let refused: Answer | undefined
      for (let n = 0; n < 10_000 && !refused; n += 16) {
        const answers = await Promise.all(
          Array.from({ length: 16 }, (_, m) => put(String(n + m), Buffer.alloc(size, n + m))),
        )
        refused = answers.find(({ status }) => status !== 200)
      }
      if (!refused) expect.fail('The disk took everything.')
      expectNoRoom(refused)
      expect(stored.size).to.be.above(40)
      expect(await freeBytes(data), 'the reserve').to.be.above(0.02 * diskBytes)
      await expectAllThere()
      for (const key of [...stored.keys()].slice(0, 30)) expect(await remove(key)).to.equal(204)
      const { status } = await client.send({ method: 'GET', path: 'disk', query: { 'list-type': '2' } })
      expect(status).to.equal(200)
      await freeUp()
      expect((await put('afterwards', Buffer.alloc(size))).status).to.equal(200)
      await expectAllThere()
    }).timeout(60_000)
  }

  it('refuses parts and copies with 507, and completes what was uploaded before', async () => {
    const path = 'disk/multipart'
    await put('source', Buffer.alloc(100_000))
    const uploadId = await createUpload(client, path)
    const parts = [await uploadPart(client, path, { uploadId, partNumber: 1, body: Buffer.from('part') })]
    await fillUp(mebibyte)
    const query = { uploadId, partNumber: '2' }
    expectNoRoom(await client.send({ method: 'PUT', path, query, body: Buffer.alloc(mebibyte) }))
    expectNoRoom(
      await client.send({
        method: 'PUT',
        path: 'disk/copy',
        headers: { 'x-amz-copy-source': 'disk/source' },
      }),
    )
    expect((await completeUpload(client, path, { uploadId, parts })).status).to.equal(200)
    expect((await client.send({ method: 'GET', path })).body.toString()).to.equal('part')
    await expectAllThere()
  }).timeout(20_000)

  it('answers 507 and loses nothing when somebody else takes the last byte', async () => {
    for (let n = 0; n < 40; n++) await put(`first/${String(n)}`, Buffer.alloc(n % 2 ? 5_000 : 50_000))
    await fillUp(0)
    for (let n = 0; n < 30; n++) {
      const answer = await put(`last/${String(n)}`, Buffer.alloc(n % 2 ? 5_000 : 50_000))
      if (answer.status !== 200) expectNoRoom(answer)
      const { status } = await client.send({ method: 'POST', path: 'disk/new', query: { uploads: '' } })
      expect(status).to.be.oneOf([200, 507])
    }
    for (let n = 0; n < 40; n += 3) expect(await remove(`first/${String(n)}`)).to.be.oneOf([204, 507])
    expectNoRoom(await put('one more', Buffer.alloc(50_000)))
    await expectAllThere()
    await freeUp()
    expect((await put('afterwards', Buffer.alloc(50_000))).status).to.equal(200)
    await expectAllThere()
  }).timeout(20_000)

  it('has room again for small objects when others have been deleted', async () => {
    const batch = (start: number) =>
      Promise.all(Array.from({ length: 50 }, (_, n) => put(`old/${String(start + n)}`, Buffer.alloc(16_000))))
    for (let start = 0; start < 1000; start += 50) await batch(start)
    await fillUp(3 * mebibyte)
    expectNoRoom(await put('young', Buffer.alloc(16_000)))
    await Promise.all(Array.from(stored.keys(), remove))
    let answer = await put('young', Buffer.alloc(16_000))
    for (let tries = 0; tries < 30 && answer.status !== 200; tries++) {
      await delay(200)
      answer = await put('young', Buffer.alloc(16_000))
    }
    expect(answer.status).to.equal(200)
  }).timeout(40_000)

  it('has room at once for as much as was deleted, and lets readers finish what they read', async () => {
    const size = 12 * mebibyte
    for (const key of ['read', 'old', 'kept']) await put(key, Buffer.alloc(size, key))
    await fillUp(8 * mebibyte)
    expectNoRoom(await put('new', Buffer.alloc(size)))
    const download = await openRequest(server, { method: 'GET', path: 'disk/read' })
    for (const key of ['read', 'old']) expect(await remove(key)).to.equal(204)
    expect((await put('new', Buffer.alloc(size, 'new'))).status).to.equal(200)
    expect((await buffer(download)).equals(Buffer.alloc(size, 'read')), 'the download is whole').to.be.true
    await expectAllThere()
  }).timeout(20_000)

  it('refuses a body that cannot fit before it asks for any of it', async () => {
    const connection = openRaw(server.url)
    cleanUps.unshift(() => {
      connection.destroy()
    })
    const announced = {
      'Content-Length': String(2 * diskBytes),
      'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
      Expect: '100-continue',
    }
    const head = signedHead(server, { method: 'PUT', path: 'disk/huge', headers: announced })
    connection.send(rawHead(`PUT ${head.path} HTTP/1.1`, head.headers))
    const { status, body } = await connection.answer()
    expect([status, textOf(body, 'Code')]).to.deep.equal([507, 'InsufficientStorage'])
    expect(await blobFiles(server)).to.deep.equal([])
  })

  it('can be started on, and has kept all that was acknowledged', async () => {
    for (let n = 0; n < 100; n++) await put(String(n), Buffer.alloc(n % 2 ? 15_000 : 100_000, n))
    await fillUp(3 * mebibyte)
    await close()
    await open()
    await fillUp(2 * mebibyte)
    expect(stored.size).to.be.above(90)
    await expectAllThere()
    expectNoRoom(await put('one more', Buffer.alloc(50_000)))
    expect(await remove('0')).to.equal(204)
    await expectAllThere()
  }).timeout(20_000)
})
