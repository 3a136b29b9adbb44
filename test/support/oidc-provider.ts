import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface OidcProvider {
  readonly issuer: string
  /** Who signs in from now on, with the claims that are told of them. */
  account: { readonly id: string; readonly claims: Readonly<Record<string, unknown>> }
  /** Knows a client by its redirect URI; to be called before anybody comes. */
  register(redirectUri: string): void
  close(): void
}

export const oidcClient = { id: 'seau', secret: 'the-secret-of-the-client' }

/** An OIDC provider on a free port, which lets everybody in as `account` without asking. */
export async function startOidcProvider(): Promise<OidcProvider> {
  let handle: ReturnType<Provider['callback']> | undefined
  const server = createServer((request, response) => {
    if (handle) void handle(request, response)
    else response.writeHead(503).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const opened: OidcProvider = {
    issuer,
    account: { id: 'nobody', claims: {} },
    register(redirectUri) {
      handle = providerOf(opened, redirectUri).callback()
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return opened
}

function providerOf(opened: OidcProvider, redirectUri: string): Provider {
  const provider = new Provider(opened.issuer, {
    clients: [{ client_id: oidcClient.id, client_secret: oidcClient.secret, redirect_uris: [redirectUri] }],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['preferred_username', 'groups'],
    },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...opened.account.claims }) }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc
      const grant = new oidc.provider.Grant({
        ...(client && { clientId: client.clientId }),
        ...(session?.accountId !== undefined && { accountId: session.accountId }),
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next()
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: opened.account.id } })
    ctx.respond = false
  })
  return provider
}
