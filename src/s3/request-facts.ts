import { TLSSocket } from 'node:tls'
import type { Socket } from 'node:net'
import { parseQueryPairs } from '../lib/query.ts'
import type { ContextValues } from '../core/policy/language/context.ts'
import { globalFact } from '../protocol/global-facts.ts'
import { parseTimestamp } from '../protocol/timestamp.ts'
import type { Claim } from '../protocol/claim.ts'
import type { PostClaim } from '../protocol/post-signature.ts'
import type { WireRequest } from './wire-request.ts'

/** What is known of a request when a policy asks. */
export interface FactSources {
  readonly wire: Pick<WireRequest, 'headers' | 'origin' | 'query'>
  readonly claim: Claim | PostClaim
  readonly socket: Socket
  /** Milliseconds since 1970. */
  readonly now: number
  /** The fields of a form that mean what headers mean. */
  readonly formHeaders?: Readonly<Record<string, string>>
}

type Fact = (sources: FactSources) => string | undefined

const header =
  (name: string): Fact =>
  (sources) =>
    headerOf(sources, name)
const parameter =
  (name: string): Fact =>
  ({ wire }) =>
    wire.query.get(name)

/** Presigned URLs carry headers of AWS as parameters. */
function headerOf({ wire, formHeaders }: FactSources, name: string): string | undefined {
  const value = formHeaders?.[name] ?? wire.headers[name]
  if (value !== undefined) return typeof value === 'string' ? value : value.join(',')
  return name.startsWith('x-amz-') ? wire.query.get(name) : undefined
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys */
const facts: Readonly<Record<string, Fact>> = {
  's3:authtype': ({ claim }) => authTypes[claim.kind],
  's3:signatureversion': ({ claim }) => signatureVersions[claim.kind],
  's3:signatureage': signatureAge,
  's3:tlsversion': ({ socket }) =>
    socket instanceof TLSSocket ? socket.getProtocol()?.replace(/^TLSv/, '') : undefined,
  's3:prefix': parameter('prefix'),
  's3:delimiter': parameter('delimiter'),
  's3:max-keys': parameter('max-keys'),
  's3:if-match': header('if-match'),
  's3:if-none-match': header('if-none-match'),
  's3:x-amz-copy-source': (sources) => headerOf(sources, 'x-amz-copy-source')?.replace(/^\//, ''),
  's3:object-lock-mode': header('x-amz-object-lock-mode'),
  's3:object-lock-legal-hold': header('x-amz-object-lock-legal-hold'),
  's3:object-lock-retain-until-date': header('x-amz-object-lock-retain-until-date'),
  's3:object-lock-remaining-retention-days': remainingDays,
}

const authTypes: Readonly<Record<string, string>> = {
  'header-v2': 'REST-HEADER',
  'header-v4': 'REST-HEADER',
  'query-v2': 'REST-QUERY-STRING',
  'query-v4': 'REST-QUERY-STRING',
  'post-v2': 'POST',
  'post-v4': 'POST',
}

const signatureVersions: Readonly<Record<string, string>> = {
  'header-v2': 'AWS',
  'header-v4': 'AWS4-HMAC-SHA256',
  'query-v2': 'AWS',
  'query-v4': 'AWS4-HMAC-SHA256',
  'post-v2': 'AWS',
  'post-v4': 'AWS4-HMAC-SHA256',
}

/** In milliseconds; V4 alone says when a request was signed. */
function signatureAge({ claim, now }: FactSources): string | undefined {
  const signedAt = 'dateTime' in claim ? parseTimestamp(claim.dateTime) : undefined
  return signedAt && String(Math.max(0, now - signedAt.getTime()))
}

function remainingDays(sources: FactSources): string | undefined {
  const until = Date.parse(headerOf(sources, 'x-amz-object-lock-retain-until-date') ?? '')
  return Number.isNaN(until) ? undefined : String(Math.ceil((until - sources.now) / 86_400_000))
}

/** Looks each value up only when it is asked for, and once: most requests are never asked, others by every statement of a policy. */
export function requestFacts(sources: FactSources): ContextValues {
  let known: Map<string, readonly string[] | undefined> | undefined
  return (key) => {
    known ??= new Map()
    if (!known.has(key)) known.set(key, lookUp(sources, key))
    return known.get(key)
  }
}

function lookUp(sources: FactSources, key: string): readonly string[] | undefined {
  const fact = Object.hasOwn(facts, key) ? facts[key] : headerFact(key)
  const value = fact ? fact(sources) : globalFact(key, { now: sources.now, ...sources.wire })
  return value === undefined ? tagFact(sources, key) : [value]
}

/** `s3:x-amz-acl` and its like are the headers themselves. */
const headerFact = (key: string): Fact | undefined =>
  key.startsWith('s3:x-amz-') ? header(key.slice('s3:'.length)) : undefined

const requestedTag = 's3:requestobjecttag/'

/** Of the tags in a header; those in a document are known to the use case that stores them. */
function tagFact(sources: FactSources, key: string): readonly string[] | undefined {
  if (!key.startsWith('s3:requestobjecttag')) return undefined
  const tagging = headerOf(sources, 'x-amz-tagging')
  if (tagging === undefined) return undefined
  const tags = pairsOf(tagging)
  if (key === 's3:requestobjecttagkeys') return tags.map(([name]) => name)
  const [, value] = tags.find(([name]) => name === key.slice(requestedTag.length)) ?? []
  return value === undefined ? undefined : [value]
}

/** The operation itself refuses a header that is malformed. */
function pairsOf(tagging: string): ReturnType<typeof parseQueryPairs> {
  try {
    return parseQueryPairs(tagging)
  } catch {
    return []
  }
}
