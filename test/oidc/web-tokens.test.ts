import { X509Certificate } from 'node:crypto'
import { expect } from 'chai'
import { generateKeyPair, SignJWT } from 'jose'
import { startIssuer, type Issuer } from './issuer.ts'
import { rejection } from '../contracts/rejection.ts'
import { certificate } from '../support/certificate.ts'
import { webTokens } from '../../src/oidc/web-tokens.ts'
import { S3Error } from '../../src/core/errors.ts'
import type { OidcProvider } from '../../src/core/iam/entities.ts'

const timeoutMs = 500

describe('The token of an identity provider', () => {
  let issuer: Issuer
  let now: number
  let tokens: ReturnType<typeof webTokens>
  beforeEach(async () => {
    issuer = await startIssuer()
    now = Date.now()
    tokens = webTokens({ clock: { now: () => now }, timeoutMs })
  })
  afterEach(() => issuer.close())
  const refusal = async (token: string, provider: OidcProvider = issuer.provider()) => {
    const error = await rejection(tokens.verify(token, [provider]))
    return error instanceof S3Error ? error.code : String(error)
  }

  it('tells whom the provider vouches for', async () => {
    const provider = issuer.provider()
    const identity = await tokens.verify(await issuer.token({ email: 'zoe@example.org' }), [provider])
    expect(identity).to.deep.include({ provider, subject: 'zoe', audience: 'app' })
    expect(identity.claims).to.deep.include({ email: 'zoe@example.org' })
  })

  it('is for one of the clients, by its audience or by the party that it was issued to', async () => {
    const audienceOf = async (claims: Readonly<Record<string, unknown>>, clientIds = ['app']) =>
      (await tokens.verify(await issuer.token(claims), [issuer.provider({ clientIds })])).audience
    expect(await audienceOf({ aud: ['other', 'app'] })).to.equal('app')
    expect(await audienceOf({ aud: 'account', azp: 'app' })).to.equal('app')
    expect(await audienceOf({ aud: 'anything' }, [])).to.equal('anything')
    expect(await refusal(await issuer.token({ aud: 'other' }))).to.equal('InvalidIdentityToken')
    expect(await refusal(await issuer.token({ aud: 'other', azp: 'others' }))).to.equal(
      'InvalidIdentityToken',
    )
  })

  it('has its time, give or take a minute', async () => {
    const token = await issuer.token({ exp: Math.floor(now / 1000) + 10 })
    await tokens.verify(token, [issuer.provider()])
    now += 60_000
    await tokens.verify(token, [issuer.provider()])
    now += 30_000
    expect(await refusal(token)).to.equal('ExpiredTokenException')
    const early = await issuer.token({ nbf: Math.floor(now / 1000) + 120, exp: Math.floor(now / 1000) + 300 })
    expect(await refusal(early)).to.equal('InvalidIdentityToken')
  })

  it('comes from a provider of the project, with its signature', async () => {
    const token = await issuer.token()
    const [head = '', claims = '', signature = ''] = token.split('.')
    const forged = Buffer.from(
      JSON.stringify({ iss: issuer.url, sub: 'root', aud: 'app', exp: 9e9 }),
    ).toString('base64url')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`
    const { privateKey } = await generateKeyPair('ES256')
    const others = await new SignJWT({ iss: issuer.url, sub: 'zoe', aud: 'app', exp: 9e9 })
      .setProtectedHeader({ alg: 'ES256', kid: 'key-0' })
      .sign(privateKey)
    const symmetric = await new SignJWT({ iss: issuer.url, sub: 'zoe', aud: 'app', exp: 9e9 })
      .setProtectedHeader({ alg: 'HS256', kid: 'key-0' })
      .sign(Buffer.from('secret'.repeat(8)))
    const wrong = [
      'abcdef',
      '',
      `${head}.${forged}.${signature}`,
      none,
      others,
      symmetric,
      await issuer.token({ iss: 'https://elsewhere.example' }),
      await issuer.token({ sub: undefined }),
    ]
    for (const each of wrong) expect(await refusal(each), each).to.equal('InvalidIdentityToken')
    const other = issuer.provider({ url: 'https://elsewhere.example' })
    expect(await refusal(token, other)).to.equal('InvalidIdentityToken')
    expect(await rejection(tokens.verify(token, []))).to.include({ code: 'InvalidIdentityToken' })
  })

  it('is checked with keys that are fetched once', async () => {
    const provider = issuer.provider()
    const token = await issuer.token()
    await Promise.all(Array.from({ length: 5 }, () => tokens.verify(token, [provider])))
    expect(issuer.asked).to.deep.equal(['/realm/.well-known/openid-configuration', '/realm/keys'])
    now += 11 * 60_000
    await tokens.verify(await issuer.token({ exp: Math.floor(now / 1000) + 60 }), [provider])
    expect(issuer.asked).to.have.length(4)
  })

  it('makes the server look for a key that it does not know, but not all the time', async () => {
    const provider = issuer.provider()
    await tokens.verify(await issuer.token(), [provider])
    await issuer.rotate()
    const token = await issuer.token()
    expect(await refusal(token)).to.equal('InvalidIdentityToken')
    expect(issuer.asked).to.have.length(2)
    now += 30_000
    await tokens.verify(token, [provider])
    expect(issuer.asked).to.have.length(4)
    for (let at = 0; at < 5; at++) await refusal(await issuer.token({ kid: `made-up-${String(at)}` }))
    expect(issuer.asked).to.have.length(4)
  })

  const misbehaviours: Readonly<Record<string, Issuer['misbehave']>> = {
    'does not answer': () => 'silent',
    'answers with an error': () => ({ status: 500, body: '' }),
    'answers with no JSON': () => ({ status: 200, body: '<html>' }),
    'says that it is another one': () => ({ status: 200, body: '{"issuer":"https://elsewhere.example"}' }),
    'hides its keys': (path) => (path.endsWith('keys') ? { status: 200, body: '{}' } : undefined),
    'leads elsewhere': (path) => ({ status: 302, body: '', location: `${path}x` }),
    'says too much': () => ({ status: 200, body: ' '.repeat(2 * 1024 * 1024) }),
  }
  for (const [what, misbehave] of Object.entries(misbehaviours))
    it(`is refused as long as the provider ${what}`, async () => {
      issuer.misbehave = misbehave
      const token = await issuer.token()
      expect(await refusal(token)).to.equal('IDPCommunicationError')
      issuer.misbehave = undefined
      await tokens.verify(token, [issuer.provider()])
    })

  it('is refused when nobody is there', async () => {
    const token = await issuer.token({ iss: 'http://localhost:1' })
    const nobody = issuer.provider({ url: 'http://localhost:1' })
    expect(await refusal(token, nobody)).to.equal('IDPCommunicationError')
  })

  it('is believed of a provider with a certificate of its own by its thumbprint alone', async () => {
    const tls = certificate
    const secure = await startIssuer({ tls })
    try {
      const thumbprint = new X509Certificate(tls.cert).fingerprint.replaceAll(':', '').toLowerCase()
      const token = await secure.token()
      const verify = (thumbprints: readonly string[]) =>
        tokens.verify(token, [secure.provider({ thumbprints })])
      expect(await rejection(verify([]))).to.include({ code: 'IDPCommunicationError' })
      expect(await rejection(verify(['0'.repeat(40)]))).to.include({ code: 'IDPCommunicationError' })
      expect((await verify([thumbprint])).subject).to.equal('zoe')
      expect(await rejection(verify([]))).to.include({ code: 'IDPCommunicationError' })
    } finally {
      await secure.close()
    }
  })
})
