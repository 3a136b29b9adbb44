import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose'
import { IssuerUnreachable, issuerKeys, type IssuerKeyOptions } from './issuer-keys.ts'
import { S3Error } from '../core/errors.ts'
import type { OidcProvider } from '../core/iam/entities.ts'
import type { WebIdentity, WebTokens } from '../core/sessions/web-tokens.ts'

/** Signatures of a secret that both sides know are none of these. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
/** How far the clocks of issuer and server may differ, in seconds. */
const clockTolerance = 60

/** Checks tokens of OpenID Connect with the keys that their issuers publish. */
export function webTokens({ clock, timeoutMs }: IssuerKeyOptions): WebTokens {
  const keysOf = issuerKeys({ clock, timeoutMs })
  return {
    async verify(token, providers) {
      const provider = issuerOf(token, providers)
      const claims = await verified(async () => {
        const currentDate = new Date(clock.now())
        const options = { algorithms, clockTolerance, currentDate, requiredClaims: ['exp', 'sub'] }
        return (await jwtVerify(token, keysOf(provider), options)).payload
      })
      return identityOf(provider, claims)
    },
  }
}

/** Throws InvalidIdentityToken. */
function issuerOf(token: string, providers: readonly OidcProvider[]): OidcProvider {
  const { iss } = decoded(token)
  const provider = iss === undefined ? undefined : providers.find(({ url }) => isSameUrl(url, iss))
  if (provider) return provider
  throw invalid('No OpenIDConnect provider found in your account for the issuer of the token.')
}

const isSameUrl = (a: string, b: string) => a.replace(/\/$/, '') === b.replace(/\/$/, '')

function decoded(token: string): JWTPayload {
  try {
    return decodeJwt(token)
  } catch {
    throw invalid('The ID Token provided is not a valid JWT.')
  }
}

async function verified(verify: () => Promise<JWTPayload>): Promise<JWTPayload> {
  try {
    return await verify()
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw new S3Error('ExpiredTokenException', { cause })
    if (cause instanceof IssuerUnreachable)
      throw new S3Error('IDPCommunicationError', { message: cause.message, cause })
    if (cause instanceof errors.JOSEError) throw invalid(`The token is not valid: ${cause.message}`, cause)
    throw cause
  }
}

/** Throws InvalidIdentityToken for a token that is meant for others. */
function identityOf(provider: OidcProvider, claims: JWTPayload): WebIdentity {
  const { sub = '', aud = [], azp } = claims
  const audiences = [...(typeof azp === 'string' ? [azp] : []), ...(typeof aud === 'string' ? [aud] : aud)]
  const { clientIds } = provider
  // A provider without clients leaves the audience to the role's trust policy, as Ceph's do.
  const audience = audiences.find((each) => clientIds.length === 0 || clientIds.includes(each))
  if (audience === undefined) throw invalid('Incorrect token audience')
  return { provider, subject: sub, audience, claims }
}

const invalid = (message: string, cause?: unknown) => new S3Error('InvalidIdentityToken', { message, cause })
