import { expect } from 'chai'
import { rm } from 'node:fs/promises'
import { completeUpload, createUpload, uploadPart } from '../support/multipart.ts'
import { startProcess } from '../support/server-process.ts'
import { startServer, temporaryFolder, type TestServer } from '../support/server.ts'
import { createClient, type Answer, type Client } from '../support/signed-request.ts'

const crowd = 100
const times = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)))

function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

const servers: Readonly<Record<string, (data: string) => Promise<TestServer>>> = {
  'to one process': (data) => startServer({ data }),
  'to two workers': (data) => startProcess({ data, settings: { SEAU_WORKERS: '2' } }),
}

for (const [where, startOne] of Object.entries(servers))
  describe(`concurrent conditional writes ${where}`, () => {
    let data: string
    let server: TestServer
    let client: Client

    before(async () => {
      data = await temporaryFolder()
      server = await startOne(data)
      client = createClient(server)
      await client.send({ method: 'PUT', path: 'crowd' })
    })
    after(async () => {
      client.close()
      await server.close()
      await rm(data, { recursive: true })
    })

    const get = async (path: string) => (await client.send({ method: 'GET', path })).body.toString()

    for (const [size, bytes] of Object.entries({ inline: 10, large: 70_000 })) {
      it(`let exactly one ${size} If-None-Match: * put win`, async () => {
        const path = `crowd/none-match-${size}`
        const bodyOf = (n: number) => String(n).padStart(bytes, '.')
        const answers = await times(crowd, (n) =>
          client.send({ method: 'PUT', path, headers: { 'If-None-Match': '*' }, body: bodyOf(n) }),
        )
        expect(tally(answers)).to.deep.equal({ 200: 1, 412: crowd - 1 })
        expect(await get(path)).to.equal(bodyOf(answers.findIndex(({ status }) => status === 200)))
      })
    }

    it('let exactly one of the copies onto an absent key win', async () => {
      await times(10, (n) =>
        client.send({ method: 'PUT', path: `crowd/source-${String(n)}`, body: String(n) }),
      )
      const answers = await times(crowd, (n) =>
        client.send({
          method: 'PUT',
          path: 'crowd/copied',
          headers: { 'x-amz-copy-source': `crowd/source-${String(n % 10)}`, 'If-None-Match': '*' },
        }),
      )
      expect(tally(answers)).to.deep.equal({ 200: 1, 412: crowd - 1 })
    })

    it('let exactly one delete of a known entity tag find it', async () => {
      const path = 'crowd/deleted'
      const { headers } = await client.send({ method: 'PUT', path, body: 'one' })
      const answers = await times(20, () =>
        client.send({ method: 'DELETE', path, headers: { 'If-Match': headers.etag } }),
      )
      expect(tally(answers)).to.deep.equal({ 204: 1, 404: 19 })
    })

    it('lose no increment of a counter kept with If-Match', async () => {
      const path = 'crowd/counter'
      await client.send({ method: 'PUT', path, body: '0' })
      const increment = async () => {
        for (;;) {
          const { headers, body } = await client.send({ method: 'GET', path })
          const next = String(Number(body) + 1)
          const answer = await client.send({
            method: 'PUT',
            path,
            headers: { 'If-Match': headers.etag },
            body: next,
          })
          if (answer.status === 200) return
          expect(answer.status).to.equal(412)
        }
      }
      await times(16, async () => {
        for (let n = 0; n < 5; n++) await increment()
      })
      expect(await get(path)).to.equal('80')
    }).timeout(30_000)

    it('give every repeated completion of one upload the same answer', async () => {
      const path = 'crowd/completed'
      const uploadId = await createUpload(client, path)
      const parts = [await uploadPart(client, path, { uploadId, partNumber: 1, body: Buffer.from('part') })]
      const answers = await times(crowd, () => completeUpload(client, path, { uploadId, parts }))
      expect(tally(answers)).to.deep.equal({ 200: crowd })
      expect(new Set(answers.map(({ body }) => body.toString())).size).to.equal(1)
      expect(await get(path)).to.equal('part')
    })

    it('let one of two different completions of one upload win', async () => {
      const path = 'crowd/contested'
      const uploadId = await createUpload(client, path)
      const parts = await times(2, (n) =>
        uploadPart(client, path, { uploadId, partNumber: n + 1, body: Buffer.from(String(n)) }),
      )
      const answers = await times(20, (n) =>
        completeUpload(client, path, { uploadId, parts: parts.slice(n % 2, (n % 2) + 1) }),
      )
      expect(tally(answers)).to.deep.equal({ 200: 10, 404: 10 })
    })

    it('let exactly one upload complete under If-None-Match: *', async () => {
      const path = 'crowd/uploaded'
      const uploads = await times(20, async (n) => {
        const uploadId = await createUpload(client, path)
        const body = Buffer.from(String(n))
        return { uploadId, parts: [await uploadPart(client, path, { uploadId, partNumber: 1, body })] }
      })
      const answers = await times(20, async (n) => {
        const { uploadId = '', parts = [] } = uploads[n] ?? {}
        return completeUpload(client, path, { uploadId, parts, headers: { 'If-None-Match': '*' } })
      })
      expect(tally(answers)).to.deep.equal({ 200: 1, 412: 19 })
      expect(await get(path)).to.equal(String(answers.findIndex(({ status }) => status === 200)))
    })

    it('leave a key either whole or gone when puts and deletes race', async () => {
      const path = 'crowd/raced'
      const bodies = Array.from({ length: 30 }, (_, n) => String(n).repeat(20_000))
      await times(60, (n) =>
        n % 2 === 0
          ? client.send({ method: 'PUT', path, body: bodies[n / 2] })
          : client.send({ method: 'DELETE', path }),
      )
      const { status, body } = await client.send({ method: 'GET', path })
      if (status === 200) expect(bodies).to.include(body.toString())
      else expect(status).to.equal(404)
      const { headers, body: listing } = await client.send({
        method: 'GET',
        path: 'crowd',
        query: { prefix: 'raced' },
      })
      expect(headers['content-type']).to.equal('application/xml')
      expect(listing.includes('<Key>raced</Key>')).to.equal(status === 200)
    })
  })
