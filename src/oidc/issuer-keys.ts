import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { fetchJson } from './fetch-json.ts'
import type { Clock } from '../core/ports.ts'
import type { OidcProvider } from '../core/iam/entities.ts'

export interface IssuerKeyOptions {
  readonly clock: Clock
  readonly timeoutMs: number
}

/** The keys of an issuer that are known, or are being fetched. */
interface KnownKeys {
  readonly keys: Promise<JWTVerifyGetKey>
  /** Milliseconds since 1970. */
  readonly fetchedAt: number
}

/** So many issuers are remembered. */
const capacity = 100
const maxBytes = 1024 * 1024
const maxAgeMs = 10 * 60_000
/** Tokens with made-up key ids must not make the server ask the issuer again and again. */
const cooldownMs = 30_000

/** Finds the key that signed a token: kept for a while, and fetched anew for a key id that is not among them. */
export function issuerKeys({ clock, timeoutMs }: IssuerKeyOptions) {
  const known = new Map<string, KnownKeys>()

  const start = (provider: OidcProvider): KnownKeys => {
    const keys = fetchKeys(provider, { timeoutMs, maxBytes, thumbprints: provider.thumbprints })
    const entry = { keys, fetchedAt: clock.now() }
    const name = nameOf(provider)
    known.delete(name)
    if (known.size >= capacity) known.delete([...known.keys()][0] ?? '')
    known.set(name, entry)
    // What failed is asked for again by the next token.
    keys.catch(() => known.get(name) === entry && known.delete(name))
    return entry
  }
  const current = (provider: OidcProvider): KnownKeys => {
    const entry = known.get(nameOf(provider))
    return entry && clock.now() - entry.fetchedAt < maxAgeMs ? entry : start(provider)
  }
  return (provider: OidcProvider): JWTVerifyGetKey =>
    async (header, token) => {
      const entry = current(provider)
      const find = await entry.keys
      try {
        return await find(header, token)
      } catch (error) {
        const isStale = clock.now() - entry.fetchedAt >= cooldownMs
        if (!(error instanceof errors.JWKSNoMatchingKey) || !isStale) throw error
        return (await start(provider).keys)(header, token)
      }
    }
}

/** Whom one project believes by a thumbprint, another one need not. */
const nameOf = ({ url, thumbprints }: OidcProvider) => [url, ...thumbprints].join(' ')

/** The issuer or its keys can't be had, or are not what they should be. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable'
}

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig */
async function fetchKeys(
  { url }: OidcProvider,
  options: Parameters<typeof fetchJson>[1],
): Promise<JWTVerifyGetKey> {
  try {
    const base = url.replace(/\/$/, '')
    const found = await fetchJson(new URL(`${base}/.well-known/openid-configuration`), options)
    const { issuer, jwks_uri: keysUrl } = found as { readonly issuer?: unknown; readonly jwks_uri?: unknown }
    if (issuer !== url && issuer !== base) throw new Error(`${url} says that it is ${String(issuer)}.`)
    if (typeof keysUrl !== 'string') throw new Error(`${url} does not say where its keys are.`)
    return createLocalJWKSet((await fetchJson(new URL(keysUrl), options)) as JSONWebKeySet)
  } catch (cause) {
    throw new IssuerUnreachable(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
