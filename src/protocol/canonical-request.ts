import { rawParameters, rawPath, rawQuery, type SignedRequest, type SignedTarget } from './signed-request.ts'
import { canonicalParameter, canonicalPath } from './uri-encoding.ts'

/** Header values by lower-case name in their canonical form: repeated ones joined with a comma, runs of spaces collapsed. */
export function canonicalHeaders(rawHeaders: readonly string[]): Map<string, string> {
  const values = new Map<string, string>()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase()
    const value = collapseSpaces(rawHeaders[at + 1] ?? '')
    const earlier = values.get(name)
    values.set(name, earlier === undefined ? value : `${earlier},${value}`)
  }
  return values
}

// Only ASCII white space: String.trim would also take U+00A0, which can be the last byte of a UTF-8 sequence here.
const collapseSpaces = (value: string) =>
  /^[ \t]|[ \t]{2}|\t|[ \t]$/.test(value) ? value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '') : value

/** The query in canonical order, without the signature of a presigned URL. */
export function canonicalQuery(query: string, encode: (text: string) => string = canonicalParameter): string {
  if (query === '') return ''
  return rawParameters(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

interface CanonicalOptions {
  readonly headers: ReadonlyMap<string, string>
  /** As sent: lower-case names separated by semicolons. */
  readonly signedHeaders: string
  readonly payload: string
  readonly targets: readonly SignedTarget[]
}

/**
 * The canonical requests that the client may have signed, the likeliest first. Characters are bytes (latin1).
 * There is more than one because clients differ in what they encode, and proxies change host, port and path.
 */
export function* canonicalRequests(request: SignedRequest, options: CanonicalOptions): Generator<string> {
  const { signedHeaders, payload } = options
  const names = signedHeaders.split(';')
  const seen = new Set<string>()
  for (const { host, pathPrefix } of addresses(options)) {
    const headers = names.map((name) => `${name}:${headerOf(options.headers, name, host)}\n`).join('')
    for (const path of spellings(pathPrefix + rawPath(request.url), canonicalPath)) {
      for (const query of spellings(rawQuery(request.url), canonicalQuery, sortedAsSent)) {
        const canonical = `${request.method}\n${path}\n${query}\n${headers}\n${signedHeaders}\n${payload}`
        if (seen.has(canonical)) continue
        seen.add(canonical)
        yield canonical
      }
    }
  }
}

const headerOf = (headers: ReadonlyMap<string, string>, name: string, host: string) =>
  name === 'host' ? host : (headers.get(name) ?? '')

const sortedAsSent = (query: string) => canonicalQuery(query, (text) => text)

function* spellings(text: string, canonical: (text: string) => string, asSent = (sent: string) => sent) {
  yield canonical(text)
  yield asSent(text)
}

function* addresses({ headers, targets }: CanonicalOptions): Generator<SignedTarget> {
  const received = { host: headers.get('host') ?? '', pathPrefix: '' }
  for (const { host, pathPrefix } of [received, ...targets]) {
    yield { host, pathPrefix }
    const bare = host.replace(/:(80|443)$/, '')
    for (const alternative of [bare, `${bare}:80`, `${bare}:443`]) {
      if (!/:\d+:\d+$/.test(alternative)) yield { host: alternative, pathPrefix }
    }
  }
}
