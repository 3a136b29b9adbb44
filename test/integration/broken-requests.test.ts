import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { numberFrom, seededRandom, type Random } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { createClient, signedHead, type Client, type TestRequest } from '../support/signed-request.ts'

const rounds = numberFrom('SEAU_TEST_FUZZ_ROUNDS', 600)
const seed = numberFrom('SEAU_TEST_SEED', Date.now() % 1_000_000)
/** How long the server may take to answer or hang up. */
const patienceMs = 1000

type Head = ReturnType<typeof signedHead>

describe(`requests broken at random (seed ${String(seed)})`, () => {
  let server: TestServer
  let client: Client

  before(async () => {
    server = await startServer()
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'fuzz' })
    await client.send({ method: 'PUT', path: 'fuzz/kept', body: 'kept' })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  const expectAlive = async () => {
    const { status, body } = await client.send({ method: 'GET', path: 'fuzz/kept' })
    expect([status, body.toString()]).to.deep.equal([200, 'kept'])
  }
  /** Sends each made request on a connection of its own, and looks at what comes back. */
  const fuzz = async (make: (random: Random) => Buffer) => {
    const statuses = new Set<number>()
    for (let n = 0; n < rounds; n += 20) {
      await Promise.all(
        Array.from({ length: 20 }, async (_, m) => {
          const sent = make(seededRandom(seed * 10_000 + n + m))
          const received = await exchange(server.url, sent)
          const words = `seed ${String(seed)}: ${sent.toString('latin1').slice(0, 2000)}\n→ ${received.slice(0, 500)}`
          if (received !== '') statuses.add(statusOf(received, words))
        }),
      )
    }
    await expectAlive()
    return statuses
  }

  it('are answered well when the head is damaged', async () => {
    const statuses = await fuzz((random) => {
      const text = headText(signedHead(server, anyRequest(random)), {})
      return Buffer.concat([damaged(text, random), Buffer.from('\r\n\r\n')])
    })
    expect([...statuses]).to.include.members([400, 403])
  }).timeout(60_000)

  it('are answered well when the Authorization header is damaged', async () => {
    const statuses = await fuzz((random) => {
      const head = signedHead(server, anyRequest(random))
      const authorization = damaged(String(head.headers['Authorization']), random).toString('latin1')
      return Buffer.from(headText(head, { Authorization: oneLine(authorization) }) + '\r\n\r\n', 'latin1')
    })
    expect([...statuses]).to.include.members([400, 403])
  }).timeout(60_000)

  it('are answered well when the query is damaged', async () => {
    await fuzz((random) => {
      const queries = [
        'uploads',
        'list-type=2&max-keys=3&prefix=a%20b',
        'X-Amz-Signature=1&X-Amz-Expires=5',
        'tagging',
      ]
      const query = damaged(random.pick(queries), random)
        .toString('latin1')
        .replaceAll(/[\s\0]/g, '%')
      const head = signedHead(server, {
        method: random.pick(['GET', 'PUT', 'POST', 'DELETE']),
        path: 'fuzz/key',
      })
      return Buffer.from(headText({ ...head, path: `/fuzz/key?${query}` }, {}) + '\r\n\r\n', 'latin1')
    })
  }).timeout(60_000)

  for (const [kind, payload] of Object.entries({
    signed: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    unsigned: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  })) {
    it(`are answered well when ${kind} chunks are damaged`, async () => {
      await fuzz((random) => {
        const signature = `;chunk-signature=${'ab'.repeat(32)}`
        const end = kind === 'signed' ? `0${signature}\r\n\r\n` : '0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n'
        const text = `5${kind === 'signed' ? signature : ''}\r\nhello\r\n${end}`
        const body = damaged(text, random)
        const headers = {
          'X-Amz-Content-Sha256': payload,
          'X-Amz-Decoded-Content-Length': '5',
          'Content-Encoding': 'aws-chunked',
          'Content-Length': String(body.length),
          ...(kind === 'unsigned' && { 'X-Amz-Trailer': 'x-amz-checksum-crc32' }),
        }
        return Buffer.concat([
          Buffer.from(signedText(server, { method: 'PUT', path: 'fuzz/chunks', headers })),
          body,
        ])
      })
    }).timeout(60_000)
  }

  it('are answered well when the document is damaged', async () => {
    const documents: readonly (readonly [TestRequest, string])[] = [
      [
        { method: 'POST', path: 'fuzz', query: { delete: '' } },
        '<Delete xmlns="urn:x"><Object><Key>a&amp;b</Key></Object><Quiet>true</Quiet></Delete>',
      ],
      [
        { method: 'PUT', path: 'fuzz/kept', query: { tagging: '' } },
        '<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>',
      ],
      [
        { method: 'PUT', path: 'fuzz', query: { cors: '' } },
        '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
      ],
      [
        { method: 'POST', path: 'fuzz/kept', query: { uploadId: 'x' } },
        '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"e"</ETag></Part></CompleteMultipartUpload>',
      ],
    ]
    const statuses = await fuzz((random) => {
      const [request, text] = random.pick(documents)
      const body = damaged(text.repeat(random.oneIn(10) ? 2 : 1), random)
      const headers = { 'Content-MD5': createHash('md5').update(body).digest('base64') }
      const { method, path, headers: signed } = signedHead(server, { ...request, headers, body })
      return Buffer.concat([Buffer.from(headText({ method, path, headers: signed }, {}) + '\r\n\r\n'), body])
    })
    expect([...statuses]).to.include(400)
    // What is well formed by chance may have deleted or tagged it, no more.
    await client.send({ method: 'PUT', path: 'fuzz/kept', body: 'kept' })
  }).timeout(60_000)

  it('are refused when a document nests too deep or defines entities', async () => {
    const documents = [
      '<Tagging>'.repeat(100_000),
      `<!DOCTYPE t [<!ENTITY a "${'b'.repeat(1000)}">]><Tagging><TagSet><Tag><Key>&a;</Key><Value/></Tag></TagSet></Tagging>`,
      `<Tagging ${'a="b" '.repeat(50_000)}/>`,
      '<!--'.repeat(10_000),
      '\0'.repeat(10_000),
    ]
    for (const body of documents) {
      const started = performance.now()
      const answer = await client.send({ method: 'PUT', path: 'fuzz/kept', query: { tagging: '' }, body })
      expect(answer.status, body.slice(0, 20)).to.equal(400)
      expect(performance.now() - started).to.be.below(patienceMs)
    }
    await expectAlive()
  }).timeout(20_000)
})

function anyRequest(random: Random): TestRequest {
  const method = random.pick(['GET', 'PUT', 'HEAD', 'DELETE', 'POST'])
  return { method, path: random.pick(['', 'fuzz', 'fuzz/key', 'fuzz/a b/ü']) }
}

const headText = ({ method, path, headers }: Head, changes: Readonly<Record<string, string>>) =>
  [
    `${method} ${path} HTTP/1.1`,
    ...Object.entries({ ...headers, ...changes }).map(([name, value]) => `${name}: ${String(value)}`),
  ].join('\r\n')

/** A head whose own headers are signed as they are. */
function signedText(server: TestServer, request: TestRequest): string {
  return headText(signedHead(server, request), {}) + '\r\n\r\n'
}

const oneLine = (text: string) => text.replaceAll(/[\r\n\0]/g, ' ')

/** A few bytes removed, doubled, replaced or put in. */
function damaged(text: string, random: Random): Buffer {
  let bytes = Buffer.from(text)
  for (let n = 1 + random.below(3); n > 0; n--) {
    const at = random.below(bytes.length)
    const end = Math.min(bytes.length, at + 1 + random.below(random.oneIn(3) ? 40 : 3))
    const [before, within, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)]
    const noise = random.pick([
      random.bytes(3),
      Buffer.from(random.pick(['\r\n', '=', '/', '<', '&', ';', '%', '"', '-1', 'é'])),
    ])
    bytes = Buffer.concat(
      random.pick([
        [before, after],
        [before, within, within, after],
        [before, noise, after],
        [before, noise, within, after],
      ]),
    )
  }
  return bytes
}

/** What comes back until the server hangs up or is silent after its answer; fails when nothing happens in time. */
function exchange(url: string, sent: Buffer): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const received: Buffer[] = []
    const socket = connect(Number(port), hostname)
    const done = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(Buffer.concat(received).toString('latin1'))
    }
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`Nothing came back within ${String(patienceMs)} ms for\n${sent.toString('latin1')}`))
    }, patienceMs)
    socket.on('data', (chunk: Buffer) => {
      received.push(chunk)
      if (chunk.includes('\r\n\r\n')) setTimeout(done, 2)
    })
    socket.on('close', done)
    socket.on('error', done)
    // The end of what is sent, so that a request that waits for more bytes is known to have no more.
    socket.end(sent)
  })
}

function statusOf(received: string, words: string): number {
  const [, status = '', rest = ''] = /^HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n([^]*)$/.exec(received) ?? []
  expect(status, words).to.match(/^[1-5]\d\d$/)
  expect(Number(status), words).not.to.equal(500)
  expect(rest, words).to.contain('\r\n\r\n')
  return Number(status)
}
