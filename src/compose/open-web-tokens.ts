import { once } from '../lib/once.ts'
import type { IssuerKeyOptions } from '../oidc/issuer-keys.ts'
import type { WebTokens } from '../core/sessions/web-tokens.ts'

/** Checks tokens of other issuers; what that takes is loaded with the first of them. */
export function openWebTokens(options: IssuerKeyOptions): WebTokens {
  const load = once(async () => (await import('../oidc/web-tokens.ts')).webTokens(options))
  return { verify: async (token, providers) => (await load()).verify(token, providers) }
}
