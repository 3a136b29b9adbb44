import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { Upload } from 'tus-js-client'
import { temporaryFolder } from '../support/server.ts'
import { bucket, startRestServer, type ApiKey, type RestServer } from './rest-server.ts'

const mebibyte = 2 ** 20
const settings = { SEAU_ENCRYPT: 'AES256' }

/** Bytes of which no two stretches are alike. */
function bytesOf(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let n = 0; n < length; n++) bytes[n] = (n * 7 + (n >> 8)) & 255
  return bytes
}

describe('resumable uploads', () => {
  let server: RestServer
  let data: string
  let key: ApiKey
  before(async () => {
    data = await temporaryFolder()
    // Pieces that are joined are opened and sealed again on the way.
    server = await startRestServer({ data, settings })
    ;({ key } = server)
  })
  after(async () => {
    await server.close()
    await rm(data, { recursive: true })
  })

  const authorization = () => ({ Authorization: `Bearer ${key.token}` })
  const tus = (line: string, headers: Record<string, string> = {}, body?: Buffer) =>
    server.ask(line, { headers: { 'Tus-Resumable': '1.0.0', ...headers }, ...(body && { body }) })
  const metadata = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(',')
  const create = async (length: number, fields: Readonly<Record<string, string>>) => {
    const headers = { 'Upload-Length': String(length), 'Upload-Metadata': metadata({ bucket, ...fields }) }
    const response = await tus('POST /api/tus', headers)
    expect(response.status).to.equal(201)
    return new URL(response.headers.get('location') ?? '').pathname
  }
  const append = (path: string, offset: number, body: Buffer) => {
    const type = 'application/offset+octet-stream'
    return tus(`PATCH ${path}`, { 'Upload-Offset': String(offset), 'Content-Type': type }, body)
  }
  const offsetOf = async (path: string) => Number((await tus(`HEAD ${path}`)).headers.get('upload-offset'))
  const stored = async (name: string) =>
    (await server.s3.send({ method: 'GET', path: `${bucket}/${name}` })).body

  it('are made by a well-known client', async () => {
    const body = bytesOf(3 * mebibyte)
    const fields = { bucket, name: 'client.bin', filename: 'mine.bin', filetype: 'application/x-mine' }
    await new Promise<void>((resolve, reject) => {
      const options = { endpoint: `${server.rest}/api/tus`, headers: authorization(), metadata: fields }
      const ends = { onError: reject, onSuccess: () => { resolve() } } // prettier-ignore
      new Upload(body, { ...options, chunkSize: mebibyte, ...ends }).start()
    })
    const { headers, body: bytes } = await server.s3.send({ method: 'GET', path: `${bucket}/client.bin` })
    expect(bytes.equals(body)).to.equal(true)
    expect(headers).to.include({
      'content-type': 'application/x-mine',
      'x-amz-meta-original-name': 'mine.bin',
    })
  })

  it('go on behind a restart of the server', async () => {
    const body = bytesOf(7 * mebibyte)
    const path = await create(body.length, { name: 'restart.bin' })
    expect((await append(path, 0, body.subarray(0, 6 * mebibyte))).status).to.equal(204)
    await server.close()
    server = await startRestServer({ data, key, settings })
    expect(await offsetOf(path)).to.equal(6 * mebibyte)
    const last = await append(path, 6 * mebibyte, body.subarray(6 * mebibyte))
    expect(last.headers.get('content-location')).to.match(/\/storage\/default\/photos\/restart.bin$/)
    expect((await stored('restart.bin')).equals(body)).to.equal(true)
    expect(await offsetOf(path)).to.equal(body.length)
  })

  it('keep what came of a request that broke off', async () => {
    const body = bytesOf(mebibyte)
    const path = await create(body.length, { name: 'broken.bin' })
    const { hostname, port } = new URL(server.rest)
    const socket = connect({ host: hostname, port: Number(port) })
    await once(socket, 'connect')
    socket.write(
      `PATCH ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key.token}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n` +
        `Content-Type: application/offset+octet-stream\r\nContent-Length: ${String(body.length)}\r\n\r\n`,
    )
    socket.write(body.subarray(0, 300_000))
    await sleep(200)
    socket.destroy()
    const deadline = Date.now() + 5000
    while ((await offsetOf(path)) === 0 && Date.now() < deadline) await sleep(50)
    const offset = await offsetOf(path)
    expect(offset).to.equal(300_000)
    await append(path, offset, body.subarray(offset))
    expect((await stored('broken.bin')).equals(body)).to.equal(true)
  })

  it('join small pieces into parts that S3 takes', async () => {
    const body = bytesOf(12 * mebibyte)
    const path = await create(body.length, { name: 'pieces.bin' })
    for (let at = 0; at < body.length; at += 2 * mebibyte)
      expect((await append(path, at, body.subarray(at, at + 2 * mebibyte))).status).to.equal(204)
    const { headers, body: bytes } = await server.s3.send({ method: 'GET', path: `${bucket}/pieces.bin` })
    expect(bytes.equals(body)).to.equal(true)
    expect(headers.etag).to.match(/-2"$/)
  })

  it('may be empty, of a length that is told later, or given up', async () => {
    await create(0, { name: 'empty.bin' })
    expect((await stored('empty.bin')).length).to.equal(0)
    const headers = { 'Upload-Defer-Length': '1', 'Upload-Metadata': metadata({ bucket, name: 'later.bin' }) }
    const later = new URL((await tus('POST /tus', headers)).headers.get('location') ?? '').pathname
    await append(later, 0, Buffer.from('later'))
    expect((await tus(`HEAD ${later}`)).headers.get('upload-defer-length')).to.equal('1')
    const end = {
      'Upload-Offset': '5',
      'Upload-Length': '7',
      'Content-Type': 'application/offset+octet-stream',
    }
    expect((await tus(`PATCH ${later}`, end, Buffer.from('on'))).status).to.equal(204)
    expect((await stored('later.bin')).toString()).to.equal('lateron')
    const given = await create(10, { name: 'never.bin' })
    expect((await tus(`DELETE ${given}`)).status).to.equal(204)
    expect((await tus(`HEAD ${given}`)).status).to.equal(404)
  })

  it('are refused with a reason', async () => {
    const start = (fields: Record<string, string>) =>
      tus('POST /tus', { 'Upload-Length': '1', 'Upload-Metadata': metadata(fields) })
    expect((await start({ bucket: 'nowhere' })).status).to.equal(404)
    expect((await start({})).status).to.equal(400)
    expect((await fetch(`${server.rest}/tus`, { method: 'POST' })).status).to.equal(401)
    const path = await create(10, { name: 'conflict.bin' })
    expect((await append(path, 5, Buffer.from('x'))).status).to.equal(409)
    const other = (await (
      await server.admin('POST /projects/default/api-keys', { scope: { isReadOnly: true } })
    ).json()) as ApiKey
    const headers = { authorization: `Bearer ${other.token}`, 'Tus-Resumable': '1.0.0' }
    expect((await server.ask(`HEAD ${path}`, { headers })).status).to.equal(403)
  })
})
