import { connect } from 'node:net'
import { once } from 'node:events'
import { expect } from 'chai'
import { blobFiles } from '../support/blob-files.ts'
import { bucket, formOf, members, startRestServer, type RestServer } from './rest-server.ts'

const uuid = /^[0-9a-f-]{36}/

describe('POST /upload', () => {
  let server: RestServer
  before(async () => {
    server = await startRestServer()
  })
  after(() => server.close())

  const upload = (form: FormData, path = '/api/upload') => server.ask(`POST ${path}`, { body: form })
  const keys = async (prefix: string): Promise<readonly string[]> => {
    const { files } = await members(await server.ask(`GET /list?bucket=${bucket}&prefix=${prefix}`))
    return (files as readonly { readonly file: string }[]).map(({ file }) => file)
  }

  it('takes what the Python of the seed text sends, byte for byte', async () => {
    const boundary = '6f2c3b1f0a9d4e7f8b1c2d3e4f5a6b7c'
    const body = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="bucket"',
      '',
      bucket,
      `--${boundary}`,
      'Content-Disposition: form-data; name="file"; filename="profil.jpg"',
      '',
      'some pixels',
      `--${boundary}--`,
      '',
    ].join('\r\n')
    const response = await server.ask('POST /api/upload', {
      body,
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'user-agent': 'python-requests/2.32.3',
        'accept-encoding': 'gzip, deflate',
      },
    })
    expect(response.status).to.equal(201)
    const answer = await members(response)
    expect(answer).to.include({ status: 'success', bucket, original_name: 'profil.jpg', size: 11 })
    expect(answer).to.include({ content_type: 'image/jpeg' })
    expect(answer['file'])
      .to.match(uuid)
      .and.match(/\.jpg$/)
    expect(answer['url']).to.equal(`${server.rest}/storage/default/${bucket}/${String(answer['file'])}`)
    const read = await server.ask(`GET ${String(answer['url']).slice(server.rest.length)}`)
    expect(await read.text()).to.equal('some pixels')
    expect(read.headers.get('content-disposition')).to.contain('profil.jpg')
  })

  it('works without the prefix, and puts a file where path and name say', async () => {
    const form = formOf(
      ['bucket', bucket],
      ['path', '/a/b/'],
      ['name', 'c d.txt'],
      ['file', new File(['x'], 'x.txt')],
    )
    const answer = await members(await upload(form, '/upload'))
    expect(answer).to.include({ file: 'a/b/c d.txt' })
    const { body } = await server.s3.send({ method: 'GET', path: `${bucket}/a/b/c d.txt` })
    expect(body.toString()).to.equal('x')
  })

  it('keeps own names when it is told to', async () => {
    const form = formOf(['bucket', bucket], ['keep_name', 'true'], ['file', new File(['x'], 'été.txt')])
    expect(await members(await upload(form))).to.include({ file: 'été.txt', original_name: 'été.txt' })
  })

  it('stores several files', async () => {
    const files = ['one', 'two', 'three'].map((text) => ['file', new File([text], `${text}.txt`)] as const)
    const answer = await members(await upload(formOf(['bucket', bucket], ['path', 'many'], ...files)))
    const stored = answer['files'] as readonly { readonly file: string; readonly original_name: string }[]
    expect(stored.map((file) => file.original_name)).to.deep.equal(['one.txt', 'two.txt', 'three.txt'])
    expect(await keys('many/')).to.have.members(stored.map(({ file }) => file))
  })

  it('finds the bucket behind a file of any size, or in the query', async () => {
    const large = Buffer.alloc(300_000, 'x')
    const form = formOf(['file', new File([large], 'large.bin')], ['bucket', bucket], ['name', 'behind.bin'])
    expect(await members(await upload(form))).to.include({ file: 'behind.bin', size: large.length })
    const { body } = await server.s3.send({ method: 'GET', path: `${bucket}/behind.bin` })
    expect(body.equals(large)).to.equal(true)
    const inQuery = await upload(
      formOf(['file', new File(['x'], 'x')]),
      `/upload?bucket=${bucket}&name=query.txt`,
    )
    expect(await members(inQuery)).to.include({ file: 'query.txt' })
  })

  it('opens a file to everybody when the form says so', async () => {
    const file = new File(['open'], 'open.txt')
    const { url } = await members(
      await upload(formOf(['bucket', bucket], ['public', 'true'], ['file', file])),
    )
    expect(await (await fetch(String(url))).text()).to.equal('open')
    const { url: closed } = await members(await upload(formOf(['bucket', bucket], ['file', file])))
    expect((await fetch(String(closed))).status).to.equal(403)
  })

  it('takes away what it stored when a later file is refused', async () => {
    const form = formOf(
      ['bucket', bucket],
      ['path', 'undone'],
      ['file', new File(['x'], 'x')],
      ['path', 'late'],
    )
    const response = await upload(form)
    expect(response.status).to.equal(400)
    expect(await members(response)).to.include({ status: 'error', code: 'InvalidArgument' })
    expect(await keys('undone/')).to.deep.equal([])
  })

  it('says what is wrong', async () => {
    const file = new File(['x'], 'x.txt')
    const codeOf = async (form: FormData) => (await members(await upload(form)))['code']
    expect(await codeOf(formOf(['bucket', 'nowhere'], ['file', file]))).to.equal('NoSuchBucket')
    expect(await codeOf(formOf(['file', file]))).to.equal('InvalidArgument')
    expect(await codeOf(formOf(['bucket', bucket]))).to.equal('InvalidArgument')
    const text = await server.ask('POST /upload', { body: 'bucket=photos' })
    expect([text.status, (await members(text))['code']]).to.deep.equal([400, 'MalformedPOSTRequest'])
    const twice = formOf(['bucket', bucket], ['name', 'n'], ['file', file], ['file', file])
    expect(await codeOf(twice)).to.equal('InvalidArgument')
  })

  it('wants a key', async () => {
    const response = await fetch(`${server.rest}/api/upload`, {
      method: 'POST',
      body: formOf(['bucket', bucket]),
    })
    expect(response.status).to.equal(401)
    expect(response.headers.get('www-authenticate')).to.equal('Bearer')
    const wrong = `${server.key.token.slice(0, -1)}!`
    const refused = await server.ask('GET /list?bucket=photos', {
      headers: { authorization: `Bearer ${wrong}` },
    })
    expect([refused.status, (await members(refused))['code']]).to.deep.equal([401, 'InvalidAccessKeyId'])
  })

  it('leaves nothing of an upload that breaks off', async () => {
    const before = await blobFiles(server)
    const { hostname, port } = new URL(server.rest)
    const socket = connect({ host: hostname, port: Number(port) })
    await once(socket, 'connect')
    const head = `--b\r\nContent-Disposition: form-data; name="bucket"\r\n\r\n${bucket}\r\n--b\r\n`
    const part = 'Content-Disposition: form-data; name="file"; filename="big.bin"\r\n\r\n'
    socket.write(
      `POST /upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.key.token}\r\n` +
        `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 10000000\r\n\r\n${head}${part}`,
    )
    socket.write(Buffer.alloc(2_000_000))
    await blobFiles(server, { atLeast: before.length + 1 })
    socket.destroy()
    expect(await blobFiles(server, { atMost: before.length })).to.deep.equal(before)
  })
})
