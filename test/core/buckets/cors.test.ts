import { expect } from 'chai'
import { type CorsRule, checkCorsRules, matchCors } from '../../../src/core/buckets/cors.ts'
import { answerPreflight } from '../../../src/core/buckets/preflight.ts'
import { thrown } from '../thrown.ts'

const rule = (changes: Partial<CorsRule> = {}): CorsRule => ({
  allowedMethods: ['GET'],
  allowedOrigins: ['https://example.org'],
  allowedHeaders: [],
  exposeHeaders: [],
  ...changes,
})
const get = (origin: string, requestHeaders: readonly string[] = []) => ({
  origin,
  method: 'GET',
  requestHeaders,
})

describe('A CORS configuration', () => {
  const refusal = (...rules: CorsRule[]) => {
    const { code, message } = thrown(() => {
      checkCorsRules(rules)
    })
    return { code, message }
  }

  it('has 1 to 100 rules', () => {
    checkCorsRules(Array.from({ length: 100 }, () => rule()))
    expect(refusal().code).to.equal('MalformedXML')
    expect(refusal(...Array.from({ length: 101 }, () => rule())).code).to.equal('InvalidRequest')
  })

  it('allows GET, PUT, HEAD, POST and DELETE', () => {
    checkCorsRules([rule({ allowedMethods: ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'] })])
    expect(refusal(rule({ allowedMethods: ['PATCH'] }))).to.deep.equal({
      code: 'InvalidRequest',
      message: 'Found unsupported HTTP method in CORS config. Unsupported method is PATCH',
    })
  })

  it('has methods and origins in each rule', () => {
    expect(refusal(rule({ allowedMethods: [] })).code).to.equal('MalformedXML')
    expect(refusal(rule({ allowedOrigins: [] })).code).to.equal('MalformedXML')
  })

  it('has one wildcard at most in an origin or header, and none in an exposed header', () => {
    checkCorsRules([rule({ allowedOrigins: ['https://*.org'], allowedHeaders: ['x-*'] })])
    expect(refusal(rule({ allowedOrigins: ['*.a.*'] })).message).to.match(/^AllowedOrigin "\*\.a\.\*"/)
    expect(refusal(rule({ allowedHeaders: ['*-*'] })).message).to.match(/^AllowedHeader/)
    expect(refusal(rule({ exposeHeaders: ['x-*'] })).message).to.match(/^ExposeHeader/)
  })

  it('has ids of up to 255 characters', () => {
    checkCorsRules([rule({ id: 'i'.repeat(255) })])
    expect(refusal(rule({ id: 'i'.repeat(256) })).code).to.equal('InvalidRequest')
  })
})

describe('A request from a page', () => {
  it('gets headers by the first rule that fits', () => {
    const rules = [
      rule({ allowedMethods: ['PUT'] }),
      rule({ allowedMethods: ['GET', 'HEAD'], exposeHeaders: ['ETag', 'x-amz-id'], maxAgeSeconds: 60 }),
      rule({ allowedOrigins: ['*'] }),
    ]
    expect(matchCors(rules, get('https://example.org'))).to.deep.equal({
      'Access-Control-Allow-Origin': 'https://example.org',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Expose-Headers': 'ETag, x-amz-id',
      'Access-Control-Max-Age': '60',
      Vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    })
    expect(matchCors(rules, get('https://other.org'))).to.include({ 'Access-Control-Allow-Origin': '*' })
  })

  it('gets no credentials where any origin is allowed', () => {
    const headers = matchCors([rule({ allowedOrigins: ['*'] })], get('https://a.org'))
    expect(headers).not.to.have.property('Access-Control-Allow-Credentials')
  })

  const wildcards = [
    ['*suffix', 'foo.suffix', true],
    ['*suffix', 'foo.suffix.get', false],
    ['start*end', 'startend', true],
    ['start*end', 'start12end', true],
    ['start*end', '0start12end', false],
    ['aba*aba', 'aba', false],
    ['prefix*', 'prefix.suffix', true],
    ['prefix*', 'bla.prefix', false],
    ['https://a.org', 'https://A.org', false],
  ] as const
  for (const [pattern, origin, fits] of wildcards) {
    it(`from ${origin} ${fits ? 'fits' : 'does not fit'} ${pattern}`, () => {
      const headers = matchCors([rule({ allowedOrigins: [pattern] })], get(origin))
      expect(headers?.['Access-Control-Allow-Origin']).to.equal(fits ? origin : undefined)
    })
  }
})

describe('A preflight', () => {
  const ask = (rules: readonly CorsRule[] | undefined, origin?: string, method?: string, headers?: string) =>
    answerPreflight(rules, { origin, method, headers })

  it('is told which of its headers are allowed, in any case', () => {
    const rules = [rule({ allowedHeaders: ['Content-Type', 'x-amz-*'] })]
    const answer = ask(rules, 'https://example.org', 'GET', 'content-type, X-AMZ-Date')
    expect(answer).to.include({ 'Access-Control-Allow-Headers': 'content-type, x-amz-date' })
  })

  it('is refused for a header, method or origin that no rule allows', () => {
    const rules = [rule({ allowedHeaders: ['content-type'] })]
    expect(thrown(() => ask(rules, 'https://example.org', 'GET', 'x-other')).code).to.equal('AccessForbidden')
    expect(thrown(() => ask(rules, 'https://example.org', 'PUT')).status).to.equal(403)
    expect(thrown(() => ask(rules, 'https://other.org', 'GET')).detail).to.deep.equal({ Method: 'GET' })
  })

  it('is refused where the bucket has no rules', () => {
    const error = thrown(() => ask(undefined, 'https://example.org', 'GET'))
    expect(error.message).to.equal('CORSResponse: CORS is not enabled for this bucket.')
  })

  it('names its origin and method', () => {
    expect(thrown(() => ask([rule()])).code).to.equal('BadRequest')
    expect(thrown(() => ask([rule()], 'https://example.org')).code).to.equal('BadRequest')
  })
})
