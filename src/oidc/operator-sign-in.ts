import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  AuthorizationResponseError,
  ClientError,
  type Configuration,
  type IDToken,
} from 'openid-client'
import { S3Error } from '../core/errors.ts'
import { roleReader, type Rights } from './role-rules.ts'
import type { ExternalOperator } from '../core/operators/external-operator.ts'

interface ProviderOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | undefined
  readonly scopes: readonly string[]
  /** The claim that tells the role, and what its values mean; `VALUE=viewer:PROJECT+PROJECT`. */
  readonly rolesClaim: string
  readonly roles: readonly string[]
}

/** What has to be remembered while somebody is at the provider. */
interface SignInTicket {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

export interface OperatorSignIn {
  /** Of the provider. */
  readonly host: string
  /** Where the browser is sent; it comes back to the redirect URI. Throws ServiceUnavailable. */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly ticket: SignInTicket }>
  /** Who has come back with the address. Throws AccessDenied or ServiceUnavailable. */
  finish(address: URL, ticket: SignInTicket): Promise<ExternalOperator>
}

/** Signs operators in with an OIDC provider: the code flow with PKCE. */
export function operatorSignIn(options: ProviderOptions): OperatorSignIn {
  const { issuer, rolesClaim, scopes } = options
  const rightsOf = roleReader(options.roles)
  const configuration = discovered(options)
  return {
    host: new URL(issuer).host,
    async begin(redirectUri) {
      const ticket = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        code_challenge: await calculatePKCECodeChallenge(ticket.codeVerifier),
        code_challenge_method: 'S256',
        state: ticket.state,
        nonce: ticket.nonce,
      })
      return { url: url.href, ticket }
    },
    async finish(address, { state, nonce, codeVerifier }) {
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      }
      const tokens = await authorizationCodeGrant(await configuration(), address, checks).catch(asDenied)
      const claims = tokens.claims()
      const rights = claims && rightsOf(claims[rolesClaim])
      if (!rights) throw new S3Error('AccessDenied', { message: 'Your account there has no role here.' })
      return {
        externalId: `${claims.iss} ${claims.sub}`,
        name: nameOf(claims),
        ...rights,
      } satisfies ExternalOperator & Rights
    },
  }
}

/** Looked up when it is first needed, and again after a failure: the provider may start later than the server. */
function discovered({ issuer, clientId, clientSecret }: ProviderOptions): () => Promise<Configuration> {
  let known: Promise<Configuration> | undefined
  const url = new URL(issuer)
  // Whoever names a plain address has decided so; the library only wants it to stand out.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const execute = url.protocol === 'http:' ? [allowInsecureRequests] : []
  return () =>
    (known ??= discovery(url, clientId, clientSecret, undefined, { execute }).catch((cause: unknown) => {
      known = undefined
      throw new S3Error('ServiceUnavailable', { message: 'The OIDC provider does not answer.', cause })
    }))
}

function nameOf({ email, email_verified: isVerified, preferred_username: username, sub }: IDToken): string {
  if (typeof email === 'string' && isVerified !== false) return email
  return typeof username === 'string' ? username : sub
}

function asDenied(cause: unknown): never {
  if (
    cause instanceof AuthorizationResponseError ||
    cause instanceof ResponseBodyError ||
    cause instanceof ClientError
  )
    throw new S3Error('AccessDenied', { message: 'The OIDC provider did not let you in.', cause })
  throw cause
}
