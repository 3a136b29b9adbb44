import { S3Error } from '../errors.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html */
export interface CorsRule {
  readonly id?: string
  readonly allowedMethods: readonly string[]
  readonly allowedOrigins: readonly string[]
  readonly allowedHeaders: readonly string[]
  readonly exposeHeaders: readonly string[]
  readonly maxAgeSeconds?: number
}

/** What a browser tells of the page that asks. */
export interface CorsRequest {
  readonly origin: string
  /** The request's own method, or the one that a preflight asks for. */
  readonly method: string
  /** Names from Access-Control-Request-Headers, in any case. */
  readonly requestHeaders: readonly string[]
}

export type CorsHeaders = Readonly<Record<string, string>>

const methods = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE']

/**
 * The rules of a CORS configuration. Throws InvalidRequest, or MalformedXML when a rule is not complete.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html
 */
export function checkCorsRules(rules: readonly CorsRule[]): void {
  if (rules.length === 0) throw new S3Error('MalformedXML')
  if (rules.length > 100)
    throw invalid('The number of CORS rules should not exceed allowed limit of 100 rules.')
  rules.forEach(checkRule)
}

function checkRule({
  id = '',
  allowedMethods,
  allowedOrigins,
  allowedHeaders,
  exposeHeaders,
}: CorsRule): void {
  if (allowedMethods.length === 0 || allowedOrigins.length === 0) throw new S3Error('MalformedXML')
  if (id.length > 255)
    throw invalid('The ID of a CORS rule should not exceed allowed limit of 255 characters.')
  const method = allowedMethods.find((name) => !methods.includes(name))
  if (method !== undefined) {
    throw invalid(`Found unsupported HTTP method in CORS config. Unsupported method is ${method}`)
  }
  checkWildcards('AllowedOrigin', allowedOrigins)
  checkWildcards('AllowedHeader', allowedHeaders)
  const exposed = exposeHeaders.find((name) => name.includes('*'))
  if (exposed !== undefined) {
    throw invalid(
      `ExposeHeader "${exposed}" contains wildcard. We currently do not support wildcard for ExposeHeader.`,
    )
  }
}

function checkWildcards(element: string, patterns: readonly string[]): void {
  const bad = patterns.find((pattern) => pattern.indexOf('*') !== pattern.lastIndexOf('*'))
  if (bad !== undefined) throw invalid(`${element} "${bad}" can not have more than one wildcard.`)
}

const invalid = (message: string) => new S3Error('InvalidRequest', { message })

/** The headers that let the page read the answer, by the first rule that fits; undefined when none does. */
export function matchCors(rules: readonly CorsRule[], request: CorsRequest): CorsHeaders | undefined {
  const requestHeaders = request.requestHeaders.map((name) => name.toLowerCase())
  for (const rule of rules) {
    if (!rule.allowedMethods.includes(request.method)) continue
    const pattern = rule.allowedOrigins.find((allowed) => fits(allowed, request.origin))
    if (pattern === undefined) continue
    const allowedHeaders = rule.allowedHeaders.map((allowed) => allowed.toLowerCase())
    if (!requestHeaders.every((name) => allowedHeaders.some((allowed) => fits(allowed, name)))) continue
    return corsHeaders(rule, { origin: request.origin, pattern, requestHeaders })
  }
  return undefined
}

function fits(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*')
  if (star === -1) return pattern === text
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail)
}

interface Match {
  readonly origin: string
  readonly pattern: string
  readonly requestHeaders: readonly string[]
}

function corsHeaders(rule: CorsRule, { origin, pattern, requestHeaders }: Match): CorsHeaders {
  return {
    ...(pattern === '*'
      ? { 'Access-Control-Allow-Origin': '*' }
      : { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }),
    'Access-Control-Allow-Methods': rule.allowedMethods.join(', '),
    ...(requestHeaders.length > 0 && { 'Access-Control-Allow-Headers': requestHeaders.join(', ') }),
    ...(rule.exposeHeaders.length > 0 && { 'Access-Control-Expose-Headers': rule.exposeHeaders.join(', ') }),
    ...(rule.maxAgeSeconds !== undefined && { 'Access-Control-Max-Age': String(rule.maxAgeSeconds) }),
    Vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  }
}
