import { expect } from 'chai'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'
import { softwarePasskey } from '../support/software-passkey.ts'

const password = 'a long password'

describe('passkeys of operators', () => {
  let server: TestServer
  let anna: AdminBrowser
  beforeEach(async () => {
    server = await startServer({ settings: { SEAU_HOST: 'localhost' } })
    const root = await openBrowser(server)
    await root.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
    await root.call('POST /operators', { name: 'anna', role: 'viewer', password })
    anna = await openBrowser(server)
    await anna.signIn('anna', password)
  })
  afterEach(() => server.close())

  const optionsAt = async (browser: AdminBrowser, path: string) =>
    (await browser.call(`POST ${path}`)).body as unknown as { readonly challenge: string }
  const add = async () => {
    const passkey = softwarePasskey(anna.origin)
    const credential = passkey.create(await optionsAt(anna, '/session/passkeys/options'))
    return {
      passkey,
      credential,
      reply: await anna.call('POST /session/passkeys', { name: 'laptop', credential }),
    }
  }

  it('sign in without a password', async () => {
    const { passkey, reply } = await add()
    expect(reply.status, JSON.stringify(reply.body)).to.equal(201)
    const browser = await openBrowser(server)
    const options = await optionsAt(browser, '/session/passkey/options')
    const credential = passkey.get(options, 1)
    const signedIn = await browser.call('POST /session/passkey', { credential })
    expect(signedIn.body).to.include({ actor: 'operator:anna', role: 'viewer' })
    expect((await browser.call('GET /session')).status).to.equal(200)
    const again = await (await openBrowser(server)).call('POST /session/passkey', { credential })
    expect(again.body['code'], 'each challenge is good once').to.equal('AccessDenied')
    const { passkeys } = (await anna.call('GET /session/passkeys')).body as {
      passkeys: { usedAt: string | null }[]
    }
    expect(passkeys[0]?.usedAt).to.be.a('string')
  })

  it('are refused from other origins, and when they were copied', async () => {
    const { passkey } = await add()
    const browser = await openBrowser(server)
    const tryWith = async (credential: object) =>
      (await browser.call('POST /session/passkey', { credential })).body['code'] ?? 'in'
    expect(await tryWith(passkey.get(await optionsAt(browser, '/session/passkey/options'), 5))).to.equal('in')
    expect(await tryWith(passkey.get(await optionsAt(browser, '/session/passkey/options'), 5))).to.equal(
      'AccessDenied',
    )
    expect(await tryWith(passkey.get({ challenge: 'bWFkZSB1cA' }, 6))).to.equal('AccessDenied')
    const elsewhere = softwarePasskey('https://elsewhere.example.com')
    const credential = elsewhere.create(await optionsAt(anna, '/session/passkeys/options'))
    expect((await anna.call('POST /session/passkeys', { name: 'x', credential })).body['code']).to.equal(
      'AccessDenied',
    )
  })

  it('can be deleted, and go with their operator', async () => {
    const { passkey, reply } = await add()
    expect((await anna.call(`DELETE /session/passkeys/${String(reply.body['id'])}`)).status).to.equal(204)
    expect((await anna.call(`DELETE /session/passkeys/${String(reply.body['id'])}`)).status).to.equal(404)
    const browser = await openBrowser(server)
    const credential = passkey.get(await optionsAt(browser, '/session/passkey/options'), 1)
    expect((await browser.call('POST /session/passkey', { credential })).status).to.equal(403)
  })
})
