import type { IncomingHttpHeaders } from 'node:http'

/** The parts of a request that a signature covers, exactly as they came over the wire. */
export interface SignedRequest {
  readonly method: string
  /** The request target, undecoded: path and query, perhaps behind an origin (RFC 9112, 3.2.2). */
  readonly url: string
  readonly rawHeaders: readonly string[]
  readonly headers: IncomingHttpHeaders
}

/** Another address under which clients know this server, because a proxy changes host or path on the way. */
export interface SignedTarget {
  readonly host: string
  /** What the proxy cuts off the front of the path; empty or `/prefix`. */
  readonly pathPrefix: string
}

/** The value of a header (lower-case name), repeated ones joined as node:http does. */
export function headerValue({ headers }: SignedRequest, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'object' ? value.join(',') : value
}

/** The path of a request target, undecoded. */
export function rawPath(url: string): string {
  const mark = url.indexOf('?')
  const target = mark < 0 ? url : url.slice(0, mark)
  return target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/]*/i, '') || '/'
}

/** The query of a request target, undecoded and without the question mark; empty when there is none. */
export function rawQuery(url: string): string {
  const mark = url.indexOf('?')
  return mark < 0 ? '' : url.slice(mark + 1)
}

/** The parameters of a query as sent, `[name, value]`; a parameter without `=` has an empty value. */
export function rawParameters(query: string): [name: string, value: string][] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const mark = part.indexOf('=')
      return mark < 0 ? [part, ''] : [part.slice(0, mark), part.slice(mark + 1)]
    })
}
