import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { trusting } from '../core/sessions/iam-core.ts'
import { alice } from '../core/projects.ts'
import { documentOf } from '../core/policy/people.ts'
import { minimalRequest } from './minimal-request.ts'
import {
  openSessionServer,
  presigned,
  presignedQuery,
  type Ask,
  type SessionServer,
} from './session-client.ts'
import { postFields } from './post-fields.ts'
import { operations } from '../../src/s3/operations.ts'
import { textOf } from '../support/xml-text.ts'
import type { OperationName } from '../../src/s3/operation.ts'
import type { TemporaryCredentials } from '../../src/core/sessions/issue-session.ts'

const sessionPolicy = documentOf(
  { Action: 's3:*', Resource: 'arn:aws:s3:::home/users/${aws:userid}/*' },
  {
    Action: ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'],
    Resource: 'arn:aws:s3:::home',
    Condition: { StringLike: { 's3:prefix': 'users/${aws:userid}/*' } },
  },
)
const secret = 'what others keep'

describe('A session that is confined to its own prefix', () => {
  let server: SessionServer
  let credentials: TemporaryCredentials
  let ask: Ask
  let own: string
  let foreign: readonly string[]

  before(async () => {
    server = await openSessionServer()
    const { shop, root } = server
    const roleArn = await shop.role('app', trusting(alice.id), [{ Action: 's3:*' }])
    const issued = await shop.core.sessions.assumeRole(await rootCaller(), {
      roleArn,
      sessionName: 'zoe',
      policy: sessionPolicy,
    })
    credentials = issued.credentials
    own = `users/${issued.assumedRole.id}`
    foreign = ['users/other/secret', `${own}s/secret`, own, 'top', `other-${own}/x`]
    for (const bucket of ['home', 'elsewhere']) {
      await root('PUT', bucket)
      for (const key of foreign) await root('PUT', `${bucket}/${key}`, { body: secret })
    }
    await root('PUT', `elsewhere/${own}/x`, { body: secret })
    await root('PUT', 'home', {
      query: { versioning: '' },
      body: '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>',
    })
    ask = server.as(credentials)
  })
  after(() => server.close())
  const rootCaller = async () => {
    const key = await server.shop.core.credentials.create({ project: alice.name, name: 'minting' })
    return (await server.shop.core.credentials.findSigner(key.id)).caller
  }
  /** All that the bucket holds for others, as its root sees it. */
  const others = async () => {
    const { text } = await server.root('GET', 'home', { query: { versions: '' } })
    return (text.match(/<(Version|DeleteMarker)>.*?<\/\1>/gs) ?? []).filter(
      (each) => !each.includes(`<Key>${own}/`),
    )
  }

  it('does what it likes below it', async () => {
    const key = `home/${own}/a b/ü.txt`
    expect((await ask('PUT', key, { body: 'mine' })).status).to.equal(200)
    expect((await ask('GET', key)).text).to.equal('mine')
    expect((await ask('HEAD', key)).status).to.equal(200)
    const copySource = encodeURI(`/${key}`)
    expect(
      (await ask('PUT', `home/${own}/copy`, { headers: { 'x-amz-copy-source': copySource } })).status,
    ).to.equal(200)
    const listed = await ask('GET', 'home', { query: { 'list-type': '2', prefix: `${own}/` } })
    expect(listed.text).to.include('copy').and.not.include('secret')
    expect((await ask('GET', 'home', { query: { prefix: `${own}/a`, delimiter: '/' } })).status).to.equal(200)
    expect((await ask('GET', 'home', { query: { versions: '', prefix: `${own}/` } })).status).to.equal(200)
    const tagging = '<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>'
    expect((await ask('PUT', key, { query: { tagging: '' }, body: tagging })).status).to.equal(200)
    expect((await ask('DELETE', key)).status).to.equal(204)
    expect((await ask('GET', key)).status).to.equal(404)
  })

  it('uploads in parts below it', async () => {
    const path = `home/${own}/parts`
    const begin = await ask('POST', path, { query: { uploads: '' } })
    const uploadId = textOf(begin.text, 'UploadId')
    const part = await ask('PUT', path, { query: { uploadId, partNumber: '1' }, body: 'part' })
    expect((await ask('GET', path, { query: { uploadId } })).status).to.equal(200)
    expect((await ask('GET', 'home', { query: { uploads: '', prefix: `${own}/` } })).text).to.include('parts')
    const body = `<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>${String(part.headers['etag'])}</ETag></Part></CompleteMultipartUpload>`
    expect((await ask('POST', path, { query: { uploadId }, body })).status).to.equal(200)
    const other = textOf((await ask('POST', path, { query: { uploads: '' } })).text, 'UploadId')
    expect((await ask('DELETE', path, { query: { uploadId: other } })).status).to.equal(204)
  })

  for (const [name, { handler }] of Object.entries(operations) as [OperationName, { handler?: unknown }][]) {
    if (!handler || name === 'DeleteObjects') continue
    it(`does not get out of it by ${name}`, async () => {
      const before = await others()
      const { method, level, query, headers } = minimalRequest(name)
      const targets =
        level === 'service' ? [''] : level === 'bucket' ? ['home', 'elsewhere'] : foreign.flatMap(pathsTo)
      for (const path of targets) {
        const answer = await ask(method, path, {
          query: Object.fromEntries(query),
          headers: headers as Readonly<Record<string, string>>,
        })
        expect([answer.status, method === 'HEAD' ? 'AccessDenied' : answer.code], path).to.deep.equal([
          403,
          'AccessDenied',
        ])
      }
      expect(await others()).to.deep.equal(before)
    })
  }
  const pathsTo = (key: string) => [`home/${key}`, `elsewhere/${key}`, `elsewhere/${own}/x`]

  it('does not make buckets', async () => {
    expect((await ask('PUT', 'new-bucket')).code).to.equal('AccessDenied')
  })

  it('does not read other versions', async () => {
    for (const key of foreign)
      expect((await ask('GET', `home/${key}`, { query: { versionId: 'null' } })).status).to.equal(403)
  })

  it('deletes of a list what is its own', async () => {
    const before = await others()
    await ask('PUT', `home/${own}/gone`, { body: 'x' })
    const keys = [`${own}/gone`, ...foreign].map((key) => `<Object><Key>${key}</Key></Object>`)
    const body = `<Delete>${keys.join('')}</Delete>`
    const answer = await ask('POST', 'home', { query: { delete: '' }, body, headers: md5Of(body) })
    expect(answer.text.match(/<Deleted>/g)).to.have.length(1)
    expect(answer.text.match(/<Code>AccessDenied<\/Code>/g)).to.have.length(foreign.length)
    expect(await others()).to.deep.equal(before)
  })

  it('copies from nowhere else, however the source is written', async () => {
    const upload = await ask('POST', `home/${own}/upload`, { query: { uploads: '' } })
    const uploadId = textOf(upload.text, 'UploadId')
    const sources = foreign.flatMap((key) => [
      `home/${key}`,
      `/home/${key}`,
      `/home/${encodeURIComponent(key)}`,
      `home%2F${encodeURIComponent(key)}`,
      `home/${key}?versionId=null`,
      `elsewhere/${key}`,
      `:home/${key}`,
    ])
    for (const source of sources) {
      const headers = { 'x-amz-copy-source': source }
      const copied = await ask('PUT', `home/${own}/stolen`, { headers })
      expect([copied.status, copied.code], source).to.deep.equal([403, 'AccessDenied'])
      const part = await ask('PUT', `home/${own}/upload`, { headers, query: { uploadId, partNumber: '1' } })
      expect([part.status, part.code], source).to.deep.equal([403, 'AccessDenied'])
    }
    expect((await ask('GET', `home/${own}/stolen`)).status).to.equal(404)
  })

  it('renames nothing of others', async () => {
    for (const key of foreign) {
      const answer = await ask('PUT', `home/${own}/renamed`, {
        query: { renameObject: '' },
        headers: { 'x-amz-rename-source': `/home/${encodeURI(key)}` },
      })
      expect(answer.status, key).to.equal(403)
    }
  })

  it('finds nothing of others under keys that look like paths', async () => {
    const spellings = [
      `${own}/../other/secret`,
      `${own}/%2e%2e/other/secret`,
      `${own}/%2E%2E%2Fother%2Fsecret`,
      `${own}/..%2fother%2fsecret`,
      `${own}/%252e%252e/other/secret`,
      `${own}//../../other/secret`,
      `${own}/./../other/secret`,
      `${own}/..\\other\\secret`,
      `users%2Fother%2Fsecret`,
      `/users/other/secret`,
      `users//other/secret`,
      `./users/other/secret`,
      `users/*/secret`,
      `users/${'?'.replace('?', '%3F')}ther/secret`,
      `${own.toLowerCase()}/../../top`,
      `${own}%00/../../top`,
    ]
    for (const spelling of spellings)
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const before = await others()
        const url = presigned(server.url, method, `/home/${spelling}`, credentials)
        const answer = await fetch(url, { method, ...(method === 'PUT' && { body: 'overwritten' }) })
        expect(await answer.text(), spelling).to.not.include(secret)
        expect(await others(), `${method} ${spelling}`).to.deep.equal(before)
      }
  })

  it('lists nothing else, whatever the prefix', async () => {
    const prefixes = [
      '',
      'u',
      'users',
      'users/',
      'users/other/',
      own,
      `${own}s/`,
      `other-${own}/`,
      '/',
      `/${own}/`,
      '*',
    ]
    for (const kind of [{}, { 'list-type': '2' }, { versions: '' }, { uploads: '' }])
      for (const delimiter of [undefined, '/'])
        for (const prefix of [undefined, ...prefixes]) {
          const answer = await ask('GET', 'home', { query: { ...kind, prefix, delimiter } })
          expect([answer.status, answer.code], String(prefix)).to.deep.equal([403, 'AccessDenied'])
        }
  })

  it('lists nothing else with a second prefix, a marker or a token', async () => {
    const inside = ['prefix', `${own}/`] as const
    const outside = ['prefix', 'users/other/'] as const
    const queries: readonly (readonly (readonly [string, string])[])[] = [
      [inside, outside],
      [outside, inside],
      [inside, ['Prefix', '']],
      [inside, ['marker', 'top']],
      [inside, ['marker', 'a']],
      [inside, ['list-type', '2'], ['start-after', 'a']],
      [inside, ['list-type', '2'], ['continuation-token', Buffer.from('users/other/').toString('base64')]],
    ]
    for (const query of queries) {
      const answer = await fetch(presignedQuery(server.url, '/home', query, credentials))
      const text = await answer.text()
      expect(text, String(query)).to.not.include('<Key>users/other')
      expect(textOf(text, 'Code'), String(query)).to.not.equal('SignatureDoesNotMatch')
    }
  })

  it('is confined in presigned addresses too, and without its token is nobody', async () => {
    for (const key of foreign) {
      const answer = await fetch(presigned(server.url, 'GET', `/home/${encodeURI(key)}`, credentials))
      expect([answer.status, textOf(await answer.text(), 'Code')], key).to.deep.equal([403, 'AccessDenied'])
    }
    await ask('PUT', `home/${own}/shared`, { body: 'mine' })
    const path = `/home/${encodeURI(own)}/shared`
    expect(await (await fetch(presigned(server.url, 'GET', path, credentials))).text()).to.equal('mine')
    const { accessKeyId, secretAccessKey } = credentials
    const bare = presigned(server.url, 'GET', path, { accessKeyId, secretAccessKey } as TemporaryCredentials)
    expect(textOf(await (await fetch(bare)).text(), 'Code')).to.equal('InvalidAccessKeyId')
  })

  it('is confined in forms too', async () => {
    const post = async (key: string, filename = 'file') => {
      const form = new FormData()
      for (const [name, value] of Object.entries(postFields(credentials, { bucket: 'home', key })))
        form.append(name, value)
      form.append('file', new Blob(['form']), filename)
      const answer = await fetch(`${server.url}/home`, { method: 'POST', body: form })
      return [answer.status, textOf(await answer.text(), 'Code')]
    }
    const before = await others()
    expect(await post(`${own}/form`)).to.deep.equal([204, undefined])
    expect((await ask('GET', `home/${own}/form`)).text).to.equal('form')
    for (const key of foreign) expect(await post(key), key).to.deep.equal([403, 'AccessDenied'])
    expect(await post('${filename}', 'top')).to.deep.equal([403, 'AccessDenied'])
    await post(`${own}/\${filename}`, '../../top')
    expect(await others()).to.deep.equal(before)
  })
})

const md5Of = (body: string) => ({ 'Content-MD5': createHash('md5').update(body).digest('base64') })
