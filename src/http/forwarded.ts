import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { networkMatcher } from '../lib/networks.ts'

/** How a client reached the server, in front of all proxies that are believed. */
export interface Origin {
  readonly remoteAddress: string | undefined
  readonly scheme: 'http' | 'https'
  /** With the port, as in the Host header. */
  readonly host: string | undefined
}

export type OriginOf = (request: IncomingMessage) => Origin

/**
 * Reads X-Forwarded-For, -Proto and -Host, which anyone may send, only when they come from one of the trusted proxies.
 * Of several values counts what the nearest proxy wrote, which is the last.
 */
export function originReader(trustedProxies: readonly string[]): OriginOf {
  const isTrusted = networkMatcher(trustedProxies)
  return (request) => {
    const direct = directOrigin(request)
    if (!isTrusted(direct.remoteAddress)) return direct
    const scheme = valuesOf(request, 'x-forwarded-proto').at(-1)?.toLowerCase()
    return {
      remoteAddress: clientAddress(request, isTrusted) ?? direct.remoteAddress,
      scheme: scheme === 'http' || scheme === 'https' ? scheme : direct.scheme,
      host: valuesOf(request, 'x-forwarded-host').at(-1) ?? direct.host,
    }
  }
}

const directOrigin = ({ socket, headers }: IncomingMessage): Origin => ({
  remoteAddress: socket.remoteAddress,
  scheme: 'encrypted' in socket ? 'https' : 'http',
  host: headers.host,
})

/** The last address that no trusted proxy has: whatever stands before it may be made up. */
function clientAddress(
  request: IncomingMessage,
  isTrusted: (address: string) => boolean,
): string | undefined {
  let client: string | undefined
  for (const address of valuesOf(request, 'x-forwarded-for').reverse()) {
    if (isIP(address) === 0) return client
    client = address
    if (!isTrusted(address)) return client
  }
  return client
}

function valuesOf({ headers }: IncomingMessage, name: string): string[] {
  const header = headers[name]
  const text = typeof header === 'object' ? header.join(',') : (header ?? '')
  return text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}
