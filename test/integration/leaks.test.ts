import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { completeUpload, createUpload, uploadPart } from '../support/multipart.ts'
import { startProcess, type ServerProcess } from '../support/server-process.ts'
import { temporaryFolder } from '../support/server.ts'
import { createClient, open, signedHead, type Client, type TestRequest } from '../support/signed-request.ts'

const mebibyte = 2 ** 20
const interruptions = 200
const crowd = 20
/** What the heap of a busy server swings by. */
const swingBytes = 48 * mebibyte

describe('a server whose clients break off', () => {
  let data: string
  let server: ServerProcess
  let client: Client

  before(async function () {
    if (!existsSync('/proc/self/fd')) this.skip()
    data = await temporaryFolder()
    server = await startProcess({ data })
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'leaks' })
    await client.send({ method: 'PUT', path: 'leaks/large', body: Buffer.alloc(8 * mebibyte, 'l') })
    const path = 'leaks/parts'
    const uploadId = await createUpload(client, path)
    const parts = []
    for (const partNumber of [1, 2])
      parts.push(await uploadPart(client, path, { uploadId, partNumber, body: Buffer.alloc(5 * mebibyte) }))
    await completeUpload(client, path, { uploadId, parts })
  })
  after(async () => {
    client.close()
    await server.close()
    await rm(data, { recursive: true })
  })

  const blobs = async () => {
    const entries = await readdir(join(data, 'storage'), { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).length
  }
  /** Files that are open, by name; connections are left out, because keep-alive may hold them for a while. */
  const openFiles = async () => {
    const folder = `/proc/${String(server.pid)}/fd`
    const links = await Promise.all(
      (await readdir(folder)).map((fd) => readlink(join(folder, fd)).catch(() => 'gone')),
    )
    return links.filter((link) => link.startsWith(data)).sort()
  }
  const connections = async () => {
    const folder = `/proc/${String(server.pid)}/fd`
    const links = await Promise.all(
      (await readdir(folder)).map((fd) => readlink(join(folder, fd)).catch(() => 'gone')),
    )
    return links.filter((link) => link.startsWith('socket:')).length
  }
  const residentBytes = async () => {
    const status = await readFile(`/proc/${String(server.pid)}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024
  }
  const eventually = async (look: () => Promise<unknown>, wanted: unknown) => {
    let seen = await look()
    for (let tries = 0; tries < 100 && JSON.stringify(seen) !== JSON.stringify(wanted); tries++) {
      await delay(50)
      seen = await look()
    }
    expect(seen).to.deep.equal(wanted)
  }
  const often = async (count: number, work: (n: number) => Promise<unknown>) => {
    for (let n = 0; n < count; n += crowd) {
      await Promise.all(Array.from({ length: crowd }, (_, m) => work(n + m)))
    }
  }

  const uploads: Readonly<Record<string, (uploadId: string) => { request: TestRequest; size: number }>> = {
    'large puts': () => ({ request: { method: 'PUT', path: 'leaks/cut' }, size: 2 * mebibyte }),
    'small puts': () => ({ request: { method: 'PUT', path: 'leaks/cut' }, size: 10_000 }),
    parts: (uploadId) => ({
      request: { method: 'PUT', path: 'leaks/upload', query: { uploadId, partNumber: '1' } },
      size: 2 * mebibyte,
    }),
  }
  for (const [kind, requestOf] of Object.entries(uploads)) {
    it(`keeps no file, handle or object of interrupted ${kind}`, async () => {
      const uploadId = await createUpload(client, 'leaks/upload')
      const before = { files: await openFiles(), blobs: await blobs(), sockets: await connections() }
      await often(interruptions, (n) => {
        const { request, size } = requestOf(uploadId)
        return interrupt(server, request, { size, sent: Math.floor((size * (n % 20)) / 20) })
      })
      await eventually(openFiles, before.files)
      await eventually(blobs, before.blobs)
      await eventually(async () => (await connections()) <= before.sockets, true)
      expect((await client.send({ method: 'GET', path: 'leaks/cut' })).status).to.equal(404)
      const { body } = await client.send({ method: 'GET', path: 'leaks/upload', query: { uploadId } })
      expect(body.toString()).not.to.contain('<Part>')
    }).timeout(40_000)
  }

  for (const key of ['large', 'parts']) {
    it(`closes the files of aborted downloads of ${key === 'large' ? 'one file' : 'several files'}`, async () => {
      const before = { files: await openFiles(), sockets: await connections() }
      await often(interruptions, async (n) => {
        const response = await open(server, { method: 'GET', path: `leaks/${key}` })
        if (n % 4 > 0) await new Promise((resolve) => response.once('data', resolve))
        response.destroy()
      })
      await eventually(openFiles, before.files)
      await eventually(async () => (await connections()) <= before.sockets, true)
    }).timeout(40_000)
  }

  const requests: Readonly<Record<string, (n: number) => TestRequest>> = {
    'small puts': (n) => ({
      method: 'PUT',
      path: `leaks/memory/${String(n % 500)}`,
      body: Buffer.alloc(4096, n),
    }),
    gets: (n) => ({ method: 'GET', path: `leaks/memory/${String(n % 500)}` }),
    'misses with new keys': (n) => ({ method: 'GET', path: `leaks/missing/${String(n)}-${'x'.repeat(200)}` }),
    'requests to new buckets': (n) => ({ method: 'GET', path: `no-bucket-${String(n)}/key` }),
    listings: () => ({ method: 'GET', path: 'leaks', query: { prefix: 'memory/', 'max-keys': '50' } }),
    'larger puts': (n) => ({
      method: 'PUT',
      path: `leaks/files/${String(n % 20)}`,
      body: Buffer.alloc(20_000, n),
    }),
    deletes: (n) => ({ method: 'DELETE', path: `leaks/memory/${String(n)}` }),
    'bad documents': () => ({
      method: 'POST',
      path: 'leaks',
      query: { delete: '' },
      body: '<Delete><Object>',
    }),
  }
  it('does not grow with the number of requests', async () => {
    // The first round fills caches and lets the heap find its size.
    for (const requestOf of Object.values(requests)) await often(2000, (n) => client.send(requestOf(n)))
    const grown: Record<string, number> = {}
    let before = await residentBytes()
    const start = before
    for (const [kind, requestOf] of Object.entries(requests)) {
      await often(2000, (n) => client.send(requestOf(n + 2000)))
      const after = await residentBytes()
      grown[kind] = Math.round((after - before) / mebibyte)
      before = after
    }
    expect(before - start, JSON.stringify(grown)).to.be.below(swingBytes)
  }).timeout(120_000)
})

interface Interruption {
  /** What the head announces, and how much of it comes, in bytes. */
  readonly size: number
  readonly sent: number
}

/** Sends the head of an upload and some of its body, and goes away. */
async function interrupt(
  server: ServerProcess,
  request: TestRequest,
  { size, sent }: Interruption,
): Promise<void> {
  const { method, path, headers } = signedHead(server, {
    ...request,
    headers: { 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD', 'Content-Length': String(size) },
  })
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  await new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
    socket.write(Buffer.alloc(sent), resolve)
  })
  await delay(5)
  socket.on('error', () => undefined)
  if (sent % 2) socket.destroy()
  else socket.resetAndDestroy()
}
