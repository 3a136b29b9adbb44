import { expect } from 'chai'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { oidcClient, startOidcProvider, type OidcProvider } from '../support/oidc-provider.ts'
import { startServer, type TestServer } from '../support/server.ts'

const mostRedirects = 10

describe('signing in with an OIDC provider', () => {
  let provider: OidcProvider
  let server: TestServer
  let browser: AdminBrowser
  beforeEach(async () => {
    provider = await startOidcProvider()
    server = await startServer({
      settings: {
        SEAU_OIDC_ISSUER: provider.issuer,
        SEAU_OIDC_CLIENT_ID: oidcClient.id,
        SEAU_OIDC_CLIENT_SECRET: oidcClient.secret,
        SEAU_OIDC_ROLES: 'admins=operator,shop-team=project-admin:default,everyone=viewer',
      },
    })
    browser = await openBrowser(server)
  })
  afterEach(async () => {
    await server.close()
    provider.close()
  })

  /** Goes where it is sent, until it is at the console or is told why not. */
  const signIn = async (): Promise<Response> => {
    let response = await browser.visit('/admin/session/oidc')
    for (let n = 0; n < mostRedirects; n++) {
      const next = response.headers.get('location')
      if (next === null || next === '/console/') return response
      response = await browser.visit(new URL(next, response.url).href)
    }
    throw new Error('There were too many redirects.')
  }
  const register = () => {
    provider.register(`${browser.origin}/admin/session/oidc/callback`)
  }

  it('gives the role that the claims tell, each time anew', async () => {
    register()
    provider.account = {
      id: '1',
      claims: { email: 'anna@example.com', email_verified: true, groups: ['shop-team'] },
    }
    expect((await signIn()).headers.get('location')).to.equal('/console/')
    const session = (await browser.call('GET /session')).body
    expect(session).to.include({ actor: 'operator:anna@example.com', role: 'project-admin' })
    expect(session['projects']).to.deep.equal(['default'])

    provider.account = { id: '1', claims: { email: 'anna@example.com', groups: ['everyone', 'admins'] } }
    await signIn()
    expect((await browser.call('GET /session')).body).to.include({ role: 'operator' })
    const { entries } = (await browser.call('GET /audit?call=signInExternally')).body as {
      entries: unknown[]
    }
    expect(entries).to.have.length(2)
  })

  it('keeps those out who have no role', async () => {
    register()
    provider.account = { id: '2', claims: { email: 'bert@example.com', groups: ['strangers'] } }
    expect((await signIn()).status).to.equal(403)
    expect((await browser.call('GET /session')).status).to.equal(403)
  })

  it('lets only the browser in that left for the provider, once', async () => {
    register()
    provider.account = { id: '1', claims: { email: 'anna@example.com', groups: ['admins'] } }
    const left = await browser.visit('/admin/session/oidc')
    const state = new URL(left.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const stranger = await openBrowser(server)
    const callback = `/admin/session/oidc/callback?code=x&state=${state}`
    expect((await stranger.visit(callback)).status).to.equal(403)
    expect((await browser.visit(callback)).status, 'with a code that is none').to.equal(403)
    expect((await browser.visit(callback)).status, 'once more').to.equal(403)
  })

  it('tells people where they sign in what went wrong', async () => {
    const url = new URL('/admin/session/oidc/callback?state=unknown', browser.origin)
    const told = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html,*/*;q=0.8' } })
    expect(told.status).to.equal(302)
    expect(told.headers.get('location')).to.equal('/console/sign-in?problem=AccessDenied')
  })

  it('says that it is possible, and when the provider is away', async () => {
    expect((await browser.call('GET /session/options')).body).to.deep.equal({
      oidc: new URL(provider.issuer).host,
    })
    expect((await browser.visit('/admin/session/oidc')).status).to.equal(503)
    register()
    expect((await browser.visit('/admin/session/oidc')).status).to.equal(302)
  })
})

describe('a server without an OIDC provider', () => {
  it('offers none', async () => {
    const server = await startServer()
    const browser = await openBrowser(server)
    expect((await browser.call('GET /session/options')).body).to.deep.equal({ oidc: null })
    expect((await browser.call('GET /session/oidc')).status).to.equal(404)
    await server.close()
  })
})
