import { createHmac, hkdfSync } from 'node:crypto'
import { expect } from 'chai'
import sharp from 'sharp'
import { packTexts, unpackTexts } from '../../src/lib/length-prefixed.ts'
import { bucket, formOf, members, startRestServer, type RestServer } from './rest-server.ts'

interface Signed {
  readonly url: string
  readonly token: string
  readonly expires: number
  readonly id: string | null
}

describe('signed links', () => {
  let server: RestServer
  before(async () => {
    server = await startRestServer()
    await server.s3.send({ method: 'PUT', path: `${bucket}/a.txt`, body: 'secret' })
  })
  after(() => server.close())

  const sign = async (wanted: object = {}): Promise<Signed> =>
    (await (await server.askJson('POST /api/sign', { bucket, file: 'a.txt', ...wanted })).json()) as Signed
  const statusOf = async (url: string, init?: RequestInit) => (await fetch(url, init)).status
  const linkTo = ({ token, expires }: Pick<Signed, 'token' | 'expires'>) =>
    `${server.rest}/api/get-file?token=${token}&expires=${String(expires)}`

  it('lets whoever has them read one file, as a download when that was signed', async () => {
    const { url } = await sign({ download: 'été.txt' })
    expect(url).to.match(/\/api\/get-file\?token=[\w.-]+&expires=\d+$/)
    const response = await fetch(url)
    expect(await response.text()).to.equal('secret')
    expect(response.headers.get('content-disposition')).to.match(/^attachment; .*%C3%A9t%C3%A9.txt/)
    expect(await statusOf(url, { method: 'HEAD' })).to.equal(200)
    expect(await statusOf(url.replace('/api', ''))).to.equal(200)
  })

  it('are worth nothing once any of their fields has been changed', async () => {
    await server.s3.send({ method: 'PUT', path: `${bucket}/b.txt`, body: 'another' })
    const signed = await sign({ download: 'x.txt' })
    const [packed = '', signature = ''] = signed.token.split('.')
    const fields = unpackTexts(Buffer.from(packed, 'base64url')) ?? []
    const changes = ['AAAAAAAAAAAA', 'other', 'b.txt', 'PUT', 'y.txt', 'width=10', 'id']
    for (const [at, value] of changes.entries()) {
      const changed = packTexts(fields.map((field, n) => (n === at ? value : field))).toString('base64url')
      expect(await statusOf(linkTo({ ...signed, token: `${changed}.${signature}` })), value).to.equal(403)
    }
    expect(await statusOf(linkTo({ ...signed, expires: signed.expires + 1 }))).to.equal(403)
    const first = signature.startsWith('A') ? 'B' : 'A'
    expect(await statusOf(linkTo({ ...signed, token: `${packed}.${first}${signature.slice(1)}` }))).to.equal(
      403,
    )
    expect(await statusOf(linkTo({ ...signed, token: packed }))).to.equal(403)
    expect(await statusOf(linkTo({ ...signed, token: 'nonsense' }))).to.equal(403)
    expect(await statusOf(linkTo(signed))).to.equal(200)
  })

  it('can be made by whoever has the key, without asking the server', async () => {
    const { id, token: apiKey } = server.key
    const projects = await members(await server.admin('GET /projects'))
    const [{ id: projectId = '' } = {}] = projects['projects'] as readonly { readonly id?: string }[]
    const expires = Math.floor(Date.now() / 1000) + 60
    const named = [bucket, 'a.txt']
    const secret = Buffer.from(hkdfSync('sha256', apiKey, '', 'seau signed links', 32))
    const fields = [projectId, id, ...named, String(expires), 'GET', '', '', '']
    const signature = createHmac('sha256', secret).update(packTexts(fields)).digest('base64url')
    const packed = packTexts([id, ...named, 'GET', '', '', '']).toString('base64url')
    expect(await statusOf(linkTo({ token: `${packed}.${signature}`, expires }))).to.equal(200)
  })

  it('expire', async () => {
    const { url } = await sign({ expires_in: 1 })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const response = await fetch(url)
    expect([response.status, (await members(response))['code']]).to.deep.equal([401, 'ExpiredToken'])
  })

  it('are for the method that was signed', async () => {
    const get = await sign()
    const put = await sign({ method: 'PUT' })
    expect(await statusOf(get.url.replace('get-file', 'put-file'), { method: 'PUT', body: 'x' })).to.equal(
      403,
    )
    expect(await statusOf(put.url.replace('put-file', 'get-file'))).to.equal(403)
  })

  it('take an upload by PUT, and one by a form', async () => {
    const put = await sign({ method: 'PUT', file: 'up/put.txt' })
    const sent = await fetch(put.url, {
      method: 'PUT',
      body: 'put',
      headers: { 'content-type': 'text/plain' },
    })
    expect([sent.status, await members(sent)]).to.deep.include(201)
    expect((await server.s3.send({ method: 'GET', path: `${bucket}/up/put.txt` })).body.toString()).to.equal(
      'put',
    )
    const post = await sign({ method: 'POST', file: 'up/' })
    const form = formOf(['file', new File(['posted'], 'p.png')])
    const answer = await members(await fetch(post.url, { method: 'POST', body: form }))
    expect(answer['file']).to.match(/^up\/[0-9a-f-]{36}\.png$/)
  })

  it('show an image as it was signed, and no other way', async () => {
    const body = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#08f' } })
      .png()
      .toBuffer()
    await server.s3.send({
      method: 'PUT',
      path: `${bucket}/a.png`,
      body,
      headers: { 'content-type': 'image/png' },
    })
    const { url } = await sign({ file: 'a.png', transform: 'width=8' })
    const widthOf = async (from: string) =>
      (await sharp(Buffer.from(await (await fetch(from)).arrayBuffer())).metadata()).width
    expect(await widthOf(url)).to.equal(8)
    expect(await widthOf(`${url}&width=16`)).to.equal(8)
  })

  it('can be for one use', async () => {
    const { url, id } = await sign({ single_use: true })
    expect(id).to.be.a('string')
    expect(await statusOf(url, { method: 'HEAD' })).to.equal(200)
    const statuses = await Promise.all(Array.from({ length: 8 }, () => statusOf(url)))
    expect(statuses.filter((status) => status === 200)).to.have.length(1)
    expect(await statusOf(url)).to.equal(403)
  })

  it('can be shared, listed and revoked one by one', async () => {
    const [kept, revoked] = [await sign({ shared: true }), await sign({ shared: true })]
    const { links } = await members(await server.ask('GET /api/links'))
    const ids = (links as readonly { readonly id: string }[]).map(({ id }) => id)
    expect(ids).to.include.members([kept.id, revoked.id])
    const first = await members(await server.ask('GET /links?limit=1'))
    const next = await members(await server.ask(`GET /links?limit=1&cursor=${String(first['next_cursor'])}`))
    expect(next['links']).not.to.deep.equal(first['links'])
    expect((await server.ask(`DELETE /api/links/${String(revoked.id)}`)).status).to.equal(204)
    expect(await statusOf(revoked.url)).to.equal(403)
    expect(await statusOf(kept.url)).to.equal(200)
    expect((await server.ask(`DELETE /api/links/${String(revoked.id)}`)).status).to.equal(404)
  })

  it('end with their key: disabled, regenerated or deleted', async () => {
    const key = await members(await server.admin('POST /projects/default/api-keys', {}))
    const id = String(key['id'])
    const signWith = async (token: unknown) => {
      const headers = { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' }
      const body = JSON.stringify({ bucket, file: 'a.txt' })
      return (await members(await server.ask('POST /sign', { headers, body })))['url'] as string
    }
    const url = await signWith(key['token'])
    await server.admin(`PATCH /api-keys/${id}`, { status: 'disabled' })
    expect(await statusOf(url)).to.equal(403)
    await server.admin(`PATCH /api-keys/${id}`, { status: 'active' })
    expect(await statusOf(url)).to.equal(200)
    const renewed = await members(await server.admin(`POST /api-keys/${id}/regenerate`))
    expect(await statusOf(url)).to.equal(403)
    const headers = { authorization: `Bearer ${String(key['token'])}` }
    expect((await server.ask('GET /links', { headers })).status).to.equal(401)
    const other = await signWith(renewed['token'])
    expect(await statusOf(other)).to.equal(200)
    await server.admin(`DELETE /api-keys/${id}`)
    expect(await statusOf(other)).to.equal(403)
  })
})
