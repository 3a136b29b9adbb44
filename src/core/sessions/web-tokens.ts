import type { OidcProvider } from '../iam/entities.ts'

/** Checks tokens of OpenID Connect. */
export interface WebTokens {
  /**
   * What a token says that one of the providers has issued. Throws InvalidIdentityToken, also when no provider is its issuer or
   * none of their clients its audience; ExpiredTokenException; IDPCommunicationError when the issuer's keys can't be had.
   */
  verify(token: string, providers: readonly OidcProvider[]): Promise<WebIdentity>
}

/** Whom a provider vouches for. */
export interface WebIdentity {
  readonly provider: OidcProvider
  readonly subject: string
  readonly audience: string
  readonly claims: Readonly<Record<string, unknown>>
}
