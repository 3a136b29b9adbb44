import { expect } from 'chai'
import { createClient, type Client, type TestRequest } from '../support/signed-request.ts'
import { textOf } from '../support/xml-text.ts'
import { openTemporaryCore } from '../core/temporary-core.ts'
import { serve } from './served-handler.ts'

/** Carol and Dave have names of their own, Alice those that most share; each has a bucket called `images`. */
async function openNamespaces() {
  const store = await openTemporaryCore()
  const { core } = store
  await core.projects.create({ name: 'carol', namespace: 'own' })
  await core.projects.create({ name: 'dave', namespace: 'own' })
  const served = await serve(core, { domains: ['example.com'] })
  const clientOf = async (project: string): Promise<Client> => {
    const { id, secret } = await core.credentials.create({ project, name: 'test' })
    return createClient({ url: served.url, credentials: { accessKeyId: id, secretAccessKey: secret } })
  }
  const [alice, carol, dave] = await Promise.all(['alice', 'carol', 'dave'].map(clientOf))
  if (!alice || !carol || !dave) throw new Error('There are three.')
  const close = async () => {
    for (const client of [alice, carol, dave]) client.close()
    await served.close()
    await store.close()
  }
  return { url: served.url, alice, carol, dave, close }
}

const everyone = (Action: string, Effect: 'Allow' | 'Deny' = 'Allow') => ({
  Effect,
  Principal: '*',
  Action,
  Resource: ['arn:aws:s3:::images', 'arn:aws:s3:::images/*'],
})

describe('Buckets of projects with names of their own', () => {
  let names: Awaited<ReturnType<typeof openNamespaces>>
  const ask = async (client: Client, method: string, path: string, more: Partial<TestRequest> = {}) => {
    const { status, body } = await client.send({ method, path, ...more })
    return { status, text: body.toString(), code: textOf(body, 'Code') }
  }
  const allow = (client: Client, ...Statement: readonly object[]) =>
    ask(client, 'PUT', 'images', { query: { policy: '' }, body: JSON.stringify({ Statement }) })
  const atCarols = { headers: { Host: 'carol.projects.example.com' } }

  before(async () => {
    names = await openNamespaces()
    for (const [who, client] of [['alice', names.alice] as const, ['carol', names.carol] as const]) {
      await ask(client, 'PUT', 'images')
      await ask(client, 'PUT', 'images/a', { body: `of ${who}` })
    }
    await allow(names.carol, everyone('s3:GetObject'), everyone('s3:ListBucket'))
    await allow(names.alice, everyone('s3:GetObject'))
  })
  after(() => names.close())

  it('are apart from others of the same name', async () => {
    expect((await ask(names.alice, 'GET', 'images/a')).text).to.equal('of alice')
    expect((await ask(names.carol, 'GET', 'images/a')).text).to.equal('of carol')
    expect((await ask(names.dave, 'GET', 'images/a')).code).to.equal('NoSuchBucket')
  })

  it('are named by others with the project in front, and the shared ones with a colon', async () => {
    expect((await ask(names.alice, 'GET', 'carol:images/a')).text).to.equal('of carol')
    expect((await ask(names.carol, 'GET', ':images/a')).text).to.equal('of alice')
    expect(await (await fetch(`${names.url}/carol%3Aimages/a`)).text()).to.equal('of carol')
    for (const path of ['dave:images/a', 'nobody:images/a', ':nothing/a'])
      expect((await ask(names.alice, 'GET', path)).code).to.equal('NoSuchBucket')
  })

  it('are named by the host of the project, for everyone', async () => {
    expect((await ask(names.alice, 'GET', 'images/a', atCarols)).text).to.equal('of carol')
    const inHost = { headers: { Host: 'images.carol.projects.example.com' } }
    expect((await ask(names.alice, 'GET', 'a', inHost)).text).to.equal('of carol')
    expect((await ask(names.alice, 'GET', 'images', atCarols)).text).to.contain('<Name>images</Name>')
    const nobodys = { headers: { Host: 'nobody.projects.example.com' } }
    expect((await ask(names.alice, 'GET', 'images/a', nobodys)).code).to.equal('NoSuchBucket')
  })

  it('can be the source of a copy', async () => {
    const headers = { 'x-amz-copy-source': 'carol:images/a' }
    expect((await ask(names.alice, 'PUT', 'images/copied', { headers })).status).to.equal(200)
    expect((await ask(names.alice, 'GET', 'images/copied')).text).to.equal('of carol')
  })

  it('are not made in the names of another project', async () => {
    expect((await ask(names.alice, 'PUT', 'new', atCarols)).code).to.equal('AccessDenied')
    expect((await ask(names.alice, 'PUT', 'carol:new')).code).to.equal('InvalidBucketName')
    expect((await ask(names.carol, 'PUT', 'new-one', atCarols)).status).to.equal(200)
  })

  it('are kept by a Deny in every spelling', async () => {
    await allow(names.carol, everyone('s3:GetObject'), everyone('s3:GetObject', 'Deny'))
    expect((await ask(names.alice, 'GET', 'carol:images/a')).code).to.equal('AccessDenied')
    expect((await ask(names.alice, 'GET', 'images/a', atCarols)).code).to.equal('AccessDenied')
    expect((await ask(names.carol, 'GET', 'carol:images/a')).code).to.equal('AccessDenied')
    expect((await fetch(`${names.url}/carol%3Aimages/a`)).status).to.equal(403)
  })

  it('take policies in every spelling', async () => {
    const body = JSON.stringify({ Statement: [everyone('s3:GetObject')] })
    const put = { query: { policy: '' }, body }
    expect((await ask(names.carol, 'PUT', 'carol:images', put)).status).to.equal(204)
    expect((await ask(names.alice, 'GET', 'carol:images/a')).text).to.equal('of carol')
  })
})
