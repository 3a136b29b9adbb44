import { expect } from 'chai'
import { createUpload } from '../support/multipart.ts'
import { openRaw, rawHead } from '../support/raw-connection.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { createClient, signedHead, type Client } from '../support/signed-request.ts'
import { textOf } from '../support/xml-text.ts'

const largest = 100_000

describe('a body that announces more bytes than the largest object may have', () => {
  let server: TestServer
  let client: Client
  before(async () => {
    server = await startServer({ settings: { SEAU_MAX_OBJECT_BYTES: String(largest) } })
    client = createClient(server)
    await client.send({ method: 'PUT', path: 'sizes' })
  })
  after(async () => {
    client.close()
    await server.close()
  })

  /** The first answer to a PUT whose body waits to be asked for. */
  const answerTo = async (headers: Readonly<Record<string, string>>, query = {}) => {
    const head = signedHead(server, {
      method: 'PUT',
      path: 'sizes/key',
      query,
      headers: { 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD', Expect: '100-continue', ...headers },
    })
    const connection = openRaw(server.url)
    connection.send(rawHead(`PUT ${head.path} HTTP/1.1`, head.headers))
    const { status, body } = await connection.answer()
    connection.destroy()
    return [status, textOf(body, 'Code'), textOf(body, 'ProposedSize')]
  }
  const tooLarge = [400, 'EntityTooLarge', String(largest + 1)]

  it('is refused before it is asked for', async () => {
    expect(await answerTo({ 'Content-Length': String(largest + 1) })).to.deep.equal(tooLarge)
    expect((await answerTo({ 'Content-Length': String(largest) }))[0]).to.equal(100)
  })

  it('is refused by what it decodes to', async () => {
    const chunked = {
      'Content-Length': String(largest + 100),
      'X-Amz-Content-Sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'X-Amz-Trailer': 'x-amz-checksum-crc32',
    }
    const decodingTo = (size: number) =>
      answerTo({ ...chunked, 'X-Amz-Decoded-Content-Length': String(size) })
    expect(await decodingTo(largest + 1)).to.deep.equal(tooLarge)
    expect((await decodingTo(largest))[0]).to.equal(100)
  })

  it('is refused as a part', async () => {
    const query = { uploadId: await createUpload(client, 'sizes/key'), partNumber: '1' }
    expect(await answerTo({ 'Content-Length': String(largest + 1) }, query)).to.deep.equal(tooLarge)
    expect((await answerTo({ 'Content-Length': String(largest) }, query))[0]).to.equal(100)
  })
})
