import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { formOf, members, startRestServer, type RestServer } from './rest-server.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the files service', () => {
  let server: RestServer
  before(async () => {
    server = await startRestServer()
  })
  after(() => server.close())

  const upload = async (text: string, name = 'note.txt') => {
    const response = await server.ask('POST /files/upload', {
      body: formOf(['file', new File([text], name)]),
    })
    return { status: response.status, file: await members(response) }
  }
  const listed = async (query = '') => {
    const { files, ...rest } = await members(await server.ask(`GET /api/files${query}`))
    return { ...rest, ids: (files as readonly { readonly id: string }[]).map(({ id }) => id) }
  }

  it('stores a file under an id of its own and tells its facts', async () => {
    const { status, file } = await upload('hello')
    expect(status).to.equal(201)
    expect(file).to.include({
      filename: 'note.txt',
      size: 5,
      content_type: 'text/plain',
      hash: sha256('hello'),
    })
    expect(file['id']).to.match(/^[0-9a-f-]{36}$/)
    expect(file['object_name']).to.equal(`${String(file['id'])}.txt`)
    expect(file['minio_object_name']).to.equal(file['object_name'])
    expect(Date.parse(String(file['upload_date']))).to.be.closeTo(Date.now(), 10_000)
    const { body } = await server.s3.send({ method: 'GET', path: `files/${String(file['object_name'])}` })
    expect(body.toString()).to.equal('hello')
    const info = await members(await server.ask(`GET /files/${String(file['id'])}/info`))
    expect(info).to.deep.equal(file)
  })

  it('hashes what is streamed as well', async () => {
    const text = 'x'.repeat(1_500_000)
    const { file } = await upload(text, 'large.bin')
    expect(file).to.include({ size: text.length, hash: sha256(text) })
  })

  it('reads a file, parts of it, and its head', async () => {
    const { file } = await upload('0123456789')
    const path = `/files/${String(file['id'])}`
    const whole = await server.ask(`GET ${path}`)
    expect(await whole.text()).to.equal('0123456789')
    expect(whole.headers.get('content-disposition')).to.contain('note.txt')
    expect(await (await server.ask(`GET ${path}`, { headers: { range: 'bytes=2-4' } })).text()).to.equal(
      '234',
    )
    const etag = whole.headers.get('etag') ?? ''
    expect((await server.ask(`GET ${path}`, { headers: { 'if-none-match': etag } })).status).to.equal(304)
    const head = await server.ask(`HEAD ${path}`)
    expect([head.status, head.headers.get('content-length')]).to.deep.equal([200, '10'])
  })

  it('lists files, the newest first, and finds the same content by its hash', async () => {
    const [one, two] = [(await upload('same', 'one')).file['id'], (await upload('same', 'two')).file['id']]
    const { ids } = await listed(`?hash=${sha256('same')}`)
    expect(ids).to.have.members([one, two])
    const first = await listed('?limit=1')
    const next = await listed(`?limit=1&cursor=${String((first as Record<string, unknown>)['next_cursor'])}`)
    expect([...first.ids, ...next.ids]).to.have.members([one, two])
    expect((await server.ask('GET /files?hash=short')).status).to.equal(400)
  })

  it('deletes a file with its bytes', async () => {
    const { file } = await upload('gone')
    const path = `/files/${String(file['id'])}`
    expect((await server.ask(`DELETE ${path}`)).status).to.equal(204)
    expect((await server.ask(`GET ${path}`)).status).to.equal(404)
    const stored = await server.s3.send({ method: 'GET', path: `files/${String(file['object_name'])}` })
    expect(stored.status).to.equal(404)
  })

  it('keeps the files of projects apart', async () => {
    const { file } = await upload('mine')
    await server.admin('POST /projects', { name: 'other' })
    const key = await members(await server.admin('POST /projects/other/api-keys', {}))
    const headers = { authorization: `Bearer ${String(key['token'])}` }
    const path = `/files/${String(file['id'])}`
    expect((await server.ask(`GET ${path}`, { headers })).status).to.equal(404)
    expect((await server.ask(`DELETE ${path}`, { headers })).status).to.equal(404)
    const body = formOf(['file', new File(['theirs'], 'x.txt')])
    const theirs = await members(await server.ask('POST /files/upload', { body, headers }))
    expect(theirs['bucket']).to.match(/^files-/)
  })
})
