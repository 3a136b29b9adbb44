import { once } from 'node:events'
import { createServer as createPlain } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { OidcProvider } from '../../src/core/iam/entities.ts'

interface IssuerOptions {
  readonly tls?: { readonly cert: string; readonly key: string }
}

type Misbehaviour = 'silent' | { readonly status: number; readonly body: string; readonly location?: string }

/** What a token says otherwise, and the id of the key that it names. */
type Claims = Readonly<Record<string, unknown>> & { readonly kid?: string }

/** An OpenID Connect provider that can misbehave. */
export interface Issuer {
  readonly url: string
  /** What it answers instead of the documents. */
  misbehave: ((path: string) => Misbehaviour | undefined) | undefined
  /** Paths that it was asked for. */
  readonly asked: string[]
  /** Signs with a new key from now on. */
  rotate(): Promise<void>
  token(claims?: Claims): Promise<string>
  provider(changes?: Partial<OidcProvider>): OidcProvider
  close(): Promise<void>
}

export async function startIssuer({ tls }: IssuerOptions = {}): Promise<Issuer> {
  const keys: { readonly kid: string; readonly pair: Awaited<ReturnType<typeof generateKeyPair>> }[] = []
  const asked: string[] = []
  const documents: Record<string, () => unknown> = {
    '/realm/.well-known/openid-configuration': () => ({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }),
    '/realm/keys': async () => ({
      keys: await Promise.all(
        keys.map(async ({ kid, pair }) => ({ ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256' })),
      ),
    }),
  }
  const server = tls ? createSecure(tls) : createPlain()
  server.on('request', (request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const wrong = issuer.misbehave?.(path)
    if (wrong === 'silent') return
    if (wrong) {
      response.writeHead(wrong.status, wrong.location === undefined ? {} : { location: wrong.location })
      response.end(wrong.body)
      return
    }
    void Promise.resolve(documents[path]?.()).then((document) => response.end(JSON.stringify(document)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const issuer: Issuer = {
    url: `${tls ? 'https' : 'http'}://localhost:${String(port)}/realm`,
    misbehave: undefined,
    asked,
    rotate: async () => {
      keys.push({ kid: `key-${String(keys.length)}`, pair: await generateKeyPair('ES256') })
    },
    token: async ({ kid, ...claims } = {}) => {
      const newest = keys.at(-1)
      if (!newest) throw new Error('There is no key.')
      const now = Math.floor(Date.now() / 1000)
      return new SignJWT({ iss: issuer.url, sub: 'zoe', aud: 'app', iat: now, exp: now + 300, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: kid ?? newest.kid })
        .sign(newest.pair.privateKey)
    },
    provider: (changes = {}) => ({
      kind: 'oidc-provider',
      id: 'AOID1',
      projectId: 'project-alice',
      name: issuer.url.replace(/^https?:\/\//, ''),
      path: '/',
      createdAt: 0,
      tags: [],
      url: issuer.url,
      clientIds: ['app'],
      thumbprints: [],
      ...changes,
    }),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  await issuer.rotate()
  return issuer
}
