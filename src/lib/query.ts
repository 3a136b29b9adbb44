/** More than any request needs; a longer list is refused rather than worked through. */
const maxParameters = 1000

const decode = (text: string): string => {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  return spaced.includes('%') || /[\x80-\xff]/.test(spaced) ? decodeURIComponent(escapeBytes(spaced)) : spaced
}

/** Percent-encodes the raw bytes above ASCII (as latin1 characters, the way node:http gives them), so that they decode as UTF-8. */
export const escapeBytes = (latin1: string): string =>
  latin1.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)

/**
 * The decoded parameters of a raw query string in their order; a parameter without `=` has the value ''.
 * Throws URIError on malformed percent-encoding, invalid UTF-8 or more than 1,000 parameters.
 */
export function parseQueryPairs(raw: string): [name: string, value: string][] {
  const pairs: [string, string][] = []
  let start = 0
  while (start <= raw.length) {
    const next = raw.indexOf('&', start)
    const end = next === -1 ? raw.length : next
    if (end > start) {
      if (pairs.length === maxParameters) throw new URIError('too many query parameters')
      const equals = raw.indexOf('=', start)
      const split = equals === -1 || equals > end ? end : equals
      pairs.push([decode(raw.slice(start, split)), decode(raw.slice(split + 1, end))])
    }
    start = end + 1
  }
  return pairs
}

const none: ReadonlyMap<string, string> = new Map()

/** The decoded parameters by name; the first of several values wins. Throws as parseQueryPairs does. */
export function parseQuery(raw: string): ReadonlyMap<string, string> {
  if (raw === '') return none
  const query = new Map<string, string>()
  for (const [name, value] of parseQueryPairs(raw)) if (!query.has(name)) query.set(name, value)
  return query
}
