import type { IncomingHttpHeaders } from 'node:http'
import { plainAddress } from '../lib/networks.ts'

interface RequestSources {
  readonly headers: IncomingHttpHeaders
  readonly origin: { readonly remoteAddress: string | undefined; readonly scheme: 'http' | 'https' }
  /** Milliseconds since 1970. */
  readonly now: number
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const facts: Readonly<Record<string, (sources: RequestSources) => string | undefined>> = {
  'aws:sourceip': ({ origin }) => origin.remoteAddress && plainAddress(origin.remoteAddress),
  'aws:securetransport': ({ origin }) => String(origin.scheme === 'https'),
  'aws:referer': ({ headers }) => headers.referer,
  'aws:useragent': ({ headers }) => headers['user-agent'],
  'aws:currenttime': ({ now }) => new Date(now).toISOString(),
  'aws:epochtime': ({ now }) => String(Math.floor(now / 1000)),
}

/** What policies may ask of a request to any service; `key` is in lower case. */
export const globalFact = (key: string, sources: RequestSources): string | undefined =>
  Object.hasOwn(facts, key) ? facts[key]?.(sources) : undefined
