import { S3Error } from '../errors.ts'
import { type CorsHeaders, type CorsRule, matchCors } from './cors.ts'

/** The headers of an OPTIONS request, as sent. */
export interface Preflight {
  readonly origin: string | undefined
  readonly method: string | undefined
  /** Access-Control-Request-Headers. */
  readonly headers: string | undefined
}

/**
 * Answers a browser that asks before it sends; `rules` are undefined when the bucket has none. Throws BadRequest or
 * AccessForbidden. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html
 */
export function answerPreflight(rules: readonly CorsRule[] | undefined, preflight: Preflight): CorsHeaders {
  const { origin, method } = preflight
  if (origin === undefined || origin === '') {
    throw new S3Error('BadRequest', { message: 'Insufficient information. Origin request header needed.' })
  }
  if (method === undefined || method === '') {
    throw new S3Error('BadRequest', { message: 'Invalid Access-Control-Request-Method: null' })
  }
  if (!rules)
    throw new S3Error('AccessForbidden', { message: 'CORSResponse: CORS is not enabled for this bucket.' })
  const answer = matchCors(rules, { origin, method, requestHeaders: parseHeaderNames(preflight.headers) })
  if (answer) return answer
  throw new S3Error('AccessForbidden', {
    message:
      "CORSResponse: This CORS request is not allowed. This is usually because the evaluation of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    detail: { Method: method },
  })
}

/** The names in Access-Control-Request-Headers. */
export const parseHeaderNames = (header: string | undefined): readonly string[] =>
  (header ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
