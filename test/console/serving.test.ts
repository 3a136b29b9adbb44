import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { startServer, type TestServer } from '../support/server.ts'
import { findServerFile } from '../../src/lib/server-file.ts'
import { join, resolve } from 'node:path'

describe('the console as it is served', () => {
  let server: TestServer
  let url = ''

  before(async function () {
    if (!existsSync(resolve(import.meta.dirname, '../../dist/console/index.html'))) this.skip()
    server = await startServer({ settings: { SEAU_PUBLIC_URL: 'https://s3.example.org/store' } })
    url = (await findServerFile(join(server.data, 'server.json')))?.url ?? ''
  })
  after(() => server.close())

  it('is where / leads', async () => {
    const answer = await fetch(`${url}/`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([302, '/console/'])
  })

  it('answers every address below with its page, dots or not, and never from a cache without asking', async () => {
    for (const path of ['/', '/projects', '/projects/a/buckets/my.bucket']) {
      const answer = await fetch(`${url}/console${path}`)
      expect(await answer.text(), path).to.contain('<div id="root">')
      expect(answer.headers.get('cache-control')).to.equal('no-cache')
    }
  })

  it('gives compressed assets for good, and 404 for one that is gone', async () => {
    const page = await (await fetch(`${url}/console/`)).text()
    const [, script = ''] = /src="(\/console\/assets\/[^"]+)"/.exec(page) ?? []
    const answer = await fetch(url + script, { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers.get('content-encoding')).to.equal('br')
    expect(answer.headers.get('cache-control')).to.contain('immutable')
    expect((await fetch(`${url}/console/assets/gone.js`)).status).to.equal(404)
  })

  it('lets pages run their own scripts only, and reach the S3 port', async () => {
    const policy = (await fetch(`${url}/console/`)).headers.get('content-security-policy') ?? ''
    expect(policy).to.contain("script-src 'self';")
    expect(policy).to.contain("frame-ancestors 'none'")
    expect(policy).to.match(/connect-src 'self' https:\/\/s3\.example\.org http:\/\/127\.0\.0\.1:\*/)
  })

  it('is under 350 KiB on the wire at first', async () => {
    const page = await (await fetch(`${url}/console/`)).text()
    const assets = [...page.matchAll(/(?:src|href)="(\/console\/assets\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    )
    const sizes = await Promise.all(
      assets.map(async (path) =>
        Number(
          (await fetch(url + path, { headers: { 'accept-encoding': 'br' } })).headers.get('content-length'),
        ),
      ),
    )
    const total = sizes.reduce((sum, size) => sum + size, 0)
    expect(total).to.be.above(0)
    expect(total / 1024).to.be.below(350)
  })
})
