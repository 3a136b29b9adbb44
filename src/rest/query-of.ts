import { S3Error } from '../core/errors.ts'
import { parseQuery } from '../lib/query.ts'

/** The decoded parameters of a request's URL; the first of several values. Throws InvalidURI. */
export function queryOf(url = '/'): ReadonlyMap<string, string> {
  const mark = url.indexOf('?')
  try {
    return parseQuery(mark < 0 ? '' : url.slice(mark + 1))
  } catch (cause) {
    throw new S3Error('InvalidURI', { detail: { URI: url }, cause })
  }
}
