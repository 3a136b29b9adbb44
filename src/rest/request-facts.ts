import { plainAddress } from '../lib/networks.ts'
import type { ContextValues } from '../core/policy/language/context.ts'
import type { Exchange } from './exchange.ts'

/** What is known of a request when a policy asks. */
interface FactSources {
  readonly exchange: Pick<Exchange, 'request' | 'origin'>
  /** Of a listing. */
  readonly prefix?: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

type Fact = (sources: FactSources) => string | undefined

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const facts: Readonly<Record<string, Fact>> = {
  'aws:sourceip': ({ exchange: { origin } }) => origin.remoteAddress && plainAddress(origin.remoteAddress),
  'aws:securetransport': ({ exchange: { origin } }) => String(origin.scheme === 'https'),
  'aws:referer': ({ exchange: { request } }) => request.headers.referer,
  'aws:useragent': ({ exchange: { request } }) => request.headers['user-agent'],
  'aws:currenttime': ({ now }) => new Date(now).toISOString(),
  'aws:epochtime': ({ now }) => String(Math.floor(now / 1000)),
  's3:prefix': ({ prefix }) => prefix,
}

/** Looks each value up only when it is asked for. */
export const requestFacts =
  (sources: FactSources): ContextValues =>
  (key) => {
    const value = Object.hasOwn(facts, key) ? facts[key]?.(sources) : undefined
    return value === undefined ? undefined : [value]
  }
