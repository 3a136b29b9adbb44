import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { findServerFile } from '../../src/lib/server-file.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'
import { textOf } from '../support/xml-text.ts'

const requester = { 'x-amz-request-payer': 'requester' }

describe('a bucket whose requesters pay', () => {
  let server: TestServer
  let owner: Client
  let other: Client

  const admin = async (path: string, body: object) => {
    const { url = '' } = (await findServerFile(join(server.data, 'server.json'))) ?? {}
    const authorization = `Basic ${Buffer.from(`${rootKey.accessKeyId}:${rootKey.secretAccessKey}`).toString('base64')}`
    const headers = { authorization, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/admin${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as { readonly id: string; readonly secret: string }
  }

  before(async () => {
    server = await startServer()
    owner = createClient(server)
    await admin('/projects', { name: 'shop' })
    const { id, secret } = await admin('/projects/shop/keys', { name: 'web' })
    other = createClient({ url: server.url, credentials: { accessKeyId: id, secretAccessKey: secret } })
    const shared = { 'x-amz-acl': 'public-read-write' }
    await owner.send({ method: 'PUT', path: 'sold', headers: shared })
    await owner.send({ method: 'PUT', path: 'sold/a', headers: shared, body: 'a' })
    await other.send({ method: 'PUT', path: 'shop-files' })
    const body = '<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>'
    const sum = { 'content-md5': createHash('md5').update(body).digest('base64') }
    const put = await owner.send({
      method: 'PUT',
      path: 'sold',
      query: { requestPayment: '' },
      headers: sum,
      body,
    })
    expect(put.status).to.equal(200)
  })
  after(async () => {
    owner.close()
    other.close()
    await server.close()
  })

  it('costs its owner nothing more to say', async () => {
    const answer = await owner.send({ method: 'GET', path: 'sold/a' })
    expect(answer.status).to.equal(200)
    expect(answer.headers).not.to.have.property('x-amz-request-charged')
  })

  it('is for those who say that they pay', async () => {
    for (const request of [
      { method: 'GET', path: 'sold/a' },
      { method: 'HEAD', path: 'sold/a' },
      { method: 'GET', path: 'sold', query: { 'list-type': '2' } },
      { method: 'PUT', path: 'sold/b', body: 'b' },
      { method: 'PUT', path: 'shop-files/a', headers: { 'x-amz-copy-source': 'sold/a' } },
      { method: 'DELETE', path: 'sold/b' },
    ]) {
      expect((await other.send(request)).status, request.method).to.equal(403)
      const headers = { ...request.headers, ...requester }
      const paid = await other.send({ ...request, headers })
      expect(paid.status, paid.body.toString()).to.be.within(200, 204)
      expect(paid.headers, request.method).to.include({ 'x-amz-request-charged': 'requester' })
    }
  })

  it('is not for those whom nobody knows', async () => {
    for (const headers of [{}, requester]) {
      const answer = await fetch(`${server.url}/sold/a`, { headers })
      expect(answer.status).to.equal(403)
      expect(textOf(await answer.text(), 'Code')).to.equal('AccessDenied')
    }
  })

  it('takes forms of those who pay', async () => {
    const post = (fields: Readonly<Record<string, string>>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ key: 'form', ...fields })) form.append(name, value)
      form.append('file', 'x')
      return fetch(`${server.url}/sold`, { method: 'POST', body: form })
    }
    expect((await post({})).status).to.equal(403)
    expect((await post(requester)).status).to.equal(403)
  })

  it('can still be described', async () => {
    const answer = await other.send({ method: 'HEAD', path: 'sold' })
    expect(answer.status).to.equal(200)
  })
})
