import { expect } from 'chai'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'
import { totpCode } from '../../src/lib/totp.ts'

const signInAsRoot = async (browser: AdminBrowser) =>
  browser.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)

describe('operators of the admin API', () => {
  let server: TestServer
  let root: AdminBrowser
  beforeEach(async () => {
    server = await startServer()
    root = await openBrowser(server)
  })
  afterEach(() => server.close())

  const password = 'a long password'
  const create = (name: string, role: string, projects?: readonly string[]) =>
    root.call('POST /operators', { name, role, password, ...(projects && { projects }) })

  it('begin with the root credentials, whose session is a cookie for /admin and /console only', async () => {
    const reply = await signInAsRoot(root)
    expect(reply.status).to.equal(201)
    expect(reply.body).to.include({ actor: `root:${rootKey.accessKeyId}`, role: 'operator', projects: null })
    const cookies = reply.headers.getSetCookie()
    expect(cookies.map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).to.deep.equal(['/admin', '/console'])
    for (const cookie of cookies) expect(cookie).to.contain('HttpOnly').and.contain('SameSite=Strict')
    expect((await root.call('GET /projects')).status).to.equal(200)
    expect((await (await openBrowser(server)).signIn(rootKey.accessKeyId, 'wrong')).body['code']).to.equal(
      'AccessDenied',
    )
  })

  it('change nothing without the token of their page, or from a page elsewhere', async () => {
    await signInAsRoot(root)
    const project = { name: 'shop' }
    const refused = [
      { 'x-csrf-token': '' },
      { 'x-csrf-token': 'f'.repeat(64) },
      { 'sec-fetch-site': 'same-site', origin: root.origin.replace(/\d+$/, '9') },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of refused)
      expect((await root.call('POST /projects', project, headers)).status, JSON.stringify(headers)).to.equal(
        403,
      )
    expect((await root.call('GET /projects', undefined, { 'sec-fetch-site': 'cross-site' })).status).to.equal(
      403,
    )
    expect((await root.call('POST /projects', project)).status).to.equal(201)
  })

  it('are created with a role, see their projects, and lose their sessions when they are changed', async () => {
    await signInAsRoot(root)
    await root.call('POST /projects', { name: 'shop' })
    await root.call('POST /projects', { name: 'blog' })
    expect((await create('anna@example.com', 'project-admin', ['shop'])).status).to.equal(201)
    const anna = await openBrowser(server)
    const session = await anna.signIn('anna@example.com', password)
    expect(session.body).to.include({ actor: 'operator:anna@example.com', role: 'project-admin' })
    expect(session.body['projects']).to.deep.equal(['shop'])
    const { projects } = (await anna.call('GET /projects')).body as {
      readonly projects: readonly { name: string }[]
    }
    expect(projects.map(({ name }) => name)).to.deep.equal(['shop'])
    expect((await anna.call('POST /projects/shop/keys', { name: 'web' })).status).to.equal(201)
    expect((await anna.call('POST /projects/blog/keys', { name: 'web' })).status).to.equal(403)

    const change = { role: 'viewer', projects: ['blog'] }
    expect((await root.call('PATCH /operators/anna@example.com', change)).body).to.deep.include(change)
    expect((await anna.call('GET /session')).status).to.equal(403)
    await anna.signIn('anna@example.com', password)
    expect((await anna.call('POST /projects/blog/keys', {})).status).to.equal(403)
    await root.call('PATCH /operators/anna@example.com', { status: 'disabled' })
    expect((await anna.signIn('anna@example.com', password)).body['code']).to.equal('AccessDenied')
    expect((await root.call('DELETE /operators/anna@example.com')).status).to.equal(204)
    expect((await root.call('DELETE /operators/anna@example.com')).body['code']).to.equal('NoSuchEntity')
  })

  it('refuses accounts that make no sense', async () => {
    await signInAsRoot(root)
    const refusals = [
      [{ name: 'a b', role: 'viewer' }, 'InvalidArgument'],
      [{ name: 'short', role: 'viewer', password: 'short' }, 'InvalidArgument'],
      [{ name: 'nowhere', role: 'project-admin' }, 'InvalidArgument'],
      [{ name: 'confined', role: 'operator', projects: ['default'] }, 'InvalidArgument'],
      [{ name: 'lost', role: 'viewer', projects: ['nothing'] }, 'NoSuchEntity'],
    ] as const
    for (const [operator, code] of refusals)
      expect((await root.call('POST /operators', operator)).body['code'], operator.name).to.equal(code)
    await create('twice', 'viewer')
    expect((await create('twice', 'viewer')).body['code']).to.equal('EntityAlreadyExists')
  })

  it('sign out here, or everywhere', async () => {
    await signInAsRoot(root)
    await create('anna', 'viewer')
    const [one, other, third] = [
      await openBrowser(server),
      await openBrowser(server),
      await openBrowser(server),
    ]
    for (const browser of [one, other, third]) await browser.signIn('anna', password)
    expect((await one.call('GET /sessions')).body['sessions']).to.have.length(3)
    expect((await one.call('DELETE /session')).status).to.equal(204)
    expect((await one.call('GET /session')).status).to.equal(403)
    expect((await other.call('GET /session')).status).to.equal(200)
    await other.call('DELETE /sessions')
    expect((await third.call('GET /session')).status).to.equal(403)
  })

  it('change their own password by the old one', async () => {
    await signInAsRoot(root)
    await create('anna', 'viewer')
    const anna = await openBrowser(server)
    await anna.signIn('anna', password)
    const next = { password, newPassword: 'another password' }
    expect((await anna.call('POST /session/password', { ...next, password: 'wrong' })).status).to.equal(403)
    expect((await anna.call('POST /session/password', next)).status).to.equal(204)
    expect((await anna.call('GET /session')).status).to.equal(403)
    expect((await anna.signIn('anna', password)).status).to.equal(403)
    expect((await anna.signIn('anna', 'another password')).status).to.equal(201)
  })

  it('may ask for codes of an app beside the password, each good once', async () => {
    await signInAsRoot(root)
    await create('anna', 'viewer')
    const anna = await openBrowser(server)
    await anna.signIn('anna', password)
    const { secret, url } = (await anna.call('POST /session/second-factor')).body as {
      secret: string
      url: string
    }
    expect(url).to.match(/^otpauth:\/\/totp\/Seau:anna\?/)
    expect((await anna.signIn('anna', password)).status, 'before it is confirmed').to.equal(201)
    const code = totpCode(secret, Date.now())
    expect((await anna.call('POST /session/second-factor/confirm', { code: '000000' })).status).to.equal(403)
    const confirmed = await anna.call('POST /session/second-factor/confirm', { code })
    const [recovery = ''] = confirmed.body['recoveryCodes'] as string[]

    expect((await anna.signIn('anna', password)).body['code']).to.equal('InvalidAuthenticationCode')
    expect((await anna.signIn('anna', password, code)).body['code'], 'used').to.equal(
      'InvalidAuthenticationCode',
    )
    const nextCode = totpCode(secret, Date.now() + 30_000)
    const signedIn = await anna.signIn('anna', password, nextCode)
    expect(signedIn.body).to.include({ hasSecondFactor: true })
    expect((await anna.signIn('anna', password, recovery)).status).to.equal(201)
    expect((await anna.signIn('anna', password, recovery)).body['code'], 'used').to.equal(
      'InvalidAuthenticationCode',
    )

    await root.call('PATCH /operators/anna', { dropSecondFactor: true })
    expect((await anna.signIn('anna', password)).body).to.include({ hasSecondFactor: false })
  })

  it('are slowed down when they guess', async () => {
    for (let n = 0; n < 20; n++) await root.signIn('anna', `guess ${String(n)}`)
    expect((await root.signIn('anna', 'guess')).body['code']).to.equal('SlowDown')
  })

  it('leave a trail of what they do, without secrets', async () => {
    await signInAsRoot(root)
    await create('anna', 'viewer', ['default'])
    await root.call('POST /projects', { name: 'shop' })
    await root.call('POST /projects', { name: 'shop' })
    await root.call('POST /projects/shop/keys', { id: 'IMPORTED', secret: 'a-secret-of-old', name: 'web' })
    const trail = (await root.call('GET /audit')).body as {
      readonly entries: readonly Record<string, unknown>[]
    }
    expect(trail.entries.map(({ call, outcome }) => `${String(call)} ${String(outcome)}`)).to.deep.equal([
      'createKey done',
      'createProject EntityAlreadyExists',
      'createProject done',
      'createOperator done',
      'signIn done',
    ])
    const [key] = trail.entries
    expect(key).to.deep.include({
      actor: `root:${rootKey.accessKeyId}`,
      project: 'shop',
      address: '127.0.0.1',
    })
    expect(key?.['subject']).to.deep.equal({ id: 'IMPORTED', name: 'web', project: 'shop' })
    expect(JSON.stringify(trail)).not.to.contain(password).and.not.to.contain('secret')

    const page = (await root.call('GET /audit?limit=2&outcome=done')).body as {
      entries: unknown[]
      next: number
    }
    expect(page.entries).to.have.length(2)
    const rest = (await root.call(`GET /audit?outcome=done&before=${String(page.next)}`)).body
    expect(rest['entries']).to.have.length(2)
    const anna = await openBrowser(server)
    await anna.signIn('anna', password)
    await anna.call('POST /projects', { name: 'hers' })
    expect((await (await openBrowser(server)).signIn('anna', 'a guess of hers')).status).to.equal(403)
    const hers = (await root.call('GET /audit?actor=operator:anna')).body['entries'] as object[]
    expect(hers).to.have.length(2)
    expect(hers[0]).to.include({ call: 'createProject', outcome: 'AccessDenied' })
    expect(hers[1]).to.include({ call: 'signIn', outcome: 'done' })
    const guesses = (await root.call('GET /audit?actor=nobody')).body['entries'] as object[]
    expect(guesses).to.have.length(1)
    expect(guesses[0]).to.include({ call: 'signIn', outcome: 'AccessDenied' })
    expect((await anna.call('GET /audit')).status).to.equal(403)
    expect((await anna.call('GET /audit?project=default')).body['entries']).to.deep.equal([])
  })

  it('read about the API on a page without scripts', async () => {
    await signInAsRoot(root)
    const page = await root.call('GET /reference')
    expect(page.headers.get('content-security-policy')).to.contain("default-src 'none'")
    expect(page.body['text']).to.contain('POST /admin/projects/:project/keys')
  })
})
