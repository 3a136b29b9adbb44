import { rawParameters, rawPath, rawQuery, type SignedRequest, type SignedTarget } from './signed-request.ts'
import { canonicalParameter, canonicalPath } from './uri-encoding.ts'

/** Header values by lower-case name in their canonical form: repeated ones joined with a comma, runs of spaces collapsed. */
export const canonicalHeaders = (rawHeaders: readonly string[]): Map<string, string> =>
  joinedHeaders(rawHeaders, collapseSpaces)

/** Header values by lower-case name, repeated ones joined with a comma, each written by `spell`. */
export function joinedHeaders(rawHeaders: readonly string[], spell: (value: string) => string = asSent) {
  const values = new Map<string, string>()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase()
    const value = spell(rawHeaders[at + 1] ?? '')
    const earlier = values.get(name)
    values.set(name, earlier === undefined ? value : `${earlier},${value}`)
  }
  return values
}

// Only ASCII white space: String.trim would also take U+00A0, which can be the last byte of a UTF-8 sequence here.
const collapseSpaces = (value: string) =>
  /^[ \t]|[ \t]{2}|\t|[ \t]$/.test(value) ? value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '') : value

/** The query in canonical order, without the signature of a presigned URL. */
function canonicalQuery(query: string, encode: (text: string) => string = canonicalParameter): string {
  if (query === '') return ''
  return rawParameters(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What a signature says that it covers, besides method, path and query. */
export interface SignedParts {
  readonly headers: ReadonlyMap<string, string>
  /** As sent: lower-case names separated by semicolons. */
  readonly signedHeaders: string
  readonly payload: string
}

/** The canonical request of a request as received, one character per byte (latin1). */
export function canonicalRequest(request: SignedRequest, parts: SignedParts): string {
  const path = canonicalPath(rawPath(request.url))
  return compose(
    request.method,
    { path, query: canonicalQuery(rawQuery(request.url)), host: receivedHost(parts) },
    parts,
  )
}

/**
 * The other canonical requests that a client may have signed: clients differ in what they encode, and proxies change
 * host, port and path.
 */
export function* otherCanonicalRequests(
  request: SignedRequest,
  parts: SignedParts,
  targets: readonly SignedTarget[],
): Generator<string> {
  const rawQueryText = rawQuery(request.url)
  for (const { host, pathPrefix } of [{ host: receivedHost(parts), pathPrefix: '' }, ...targets]) {
    const sentPath = pathPrefix + rawPath(request.url)
    for (const address of new Set([host, ...portSpellings(host)])) {
      for (const path of new Set([canonicalPath(sentPath), sentPath])) {
        for (const query of new Set([canonicalQuery(rawQueryText), canonicalQuery(rawQueryText, asSent)])) {
          yield compose(request.method, { path, query, host: address }, parts)
        }
      }
    }
  }
}

const asSent = (text: string) => text
const receivedHost = ({ headers }: SignedParts) => headers.get('host') ?? ''

interface Address {
  readonly path: string
  readonly query: string
  readonly host: string
}

function compose(
  method: string,
  { path, query, host }: Address,
  { headers, signedHeaders, payload }: SignedParts,
): string {
  let lines = ''
  for (const name of signedHeaders.split(';')) {
    lines += `${name}:${name === 'host' ? host : (headers.get(name) ?? '')}\n`
  }
  return `${method}\n${path}\n${query}\n${lines}\n${signedHeaders}\n${payload}`
}

// Some clients sign the default port, some leave it out, whatever they send.
function portSpellings(host: string): string[] {
  const bare = host.replace(/:(80|443)$/, '')
  return /:\d+$/.test(bare) ? [] : [bare, `${bare}:80`, `${bare}:443`]
}
