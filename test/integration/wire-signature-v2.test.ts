import { createHmac } from 'node:crypto'
import { expect } from 'chai'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

/** A request as old clients sign it. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html */
function get(server: TestServer, path: string, secret = rootKey.secretAccessKey) {
  const date = new Date().toUTCString()
  const signature = createHmac('sha1', secret).update(`GET\n\n\n${date}\n${path}`).digest('base64')
  return fetch(server.url + path, {
    headers: { date, authorization: `AWS ${rootKey.accessKeyId}:${signature}` },
  })
}

describe('Signature version 2 in the header', () => {
  it('is refused unless the operator accepts it', async () => {
    const server = await startServer()
    try {
      const answer = await get(server, '/')
      expect(answer.status).to.equal(400)
      expect(await answer.text()).to.include('AWS4-HMAC-SHA256')
    } finally {
      await server.close()
    }
  })

  it('is verified where it is accepted', async () => {
    const server = await startServer({ settings: { SEAU_SIG_V2_HEADER: 'on' } })
    try {
      expect((await get(server, '/')).status).to.equal(200)
      const answer = await get(server, '/', 'another secret')
      expect(answer.status).to.equal(403)
      expect(await answer.text()).to.include('SignatureDoesNotMatch')
    } finally {
      await server.close()
    }
  })
})
