import { expect } from 'chai'
import { checkWebsite, type RoutingRule, type Website } from '../../../src/core/buckets/website.ts'
import { thrown } from '../thrown.ts'

const site: Website = { indexSuffix: 'index.html', routingRules: [] }
const code = (website: Website) =>
  (
    thrown(() => {
      checkWebsite(website)
    }) as { code?: string }
  ).code
const withRule = (rule: RoutingRule): Website => ({ ...site, routingRules: [rule] })

describe('checkWebsite', () => {
  it('takes an index document with rules, or one redirect of everything', () => {
    checkWebsite({ ...site, errorKey: 'error.html' })
    checkWebsite({ redirectAll: { hostName: 'example.org' }, routingRules: [] })
    checkWebsite(withRule({ condition: { errorCode: 503 }, redirect: { statusCode: 302, key: '' } }))
  })

  it('refuses a redirect of everything together with anything else, or to nowhere', () => {
    expect(code({ ...site, redirectAll: { hostName: 'example.org' } })).to.equal('InvalidRequest')
    expect(code({ redirectAll: { hostName: '' }, routingRules: [] })).to.equal('InvalidArgument')
  })

  it('wants an index document without a slash, and an error document with a name', () => {
    for (const indexSuffix of [undefined, '', 'a/b']) {
      expect(code({ indexSuffix, routingRules: [] })).to.equal('InvalidArgument')
    }
    expect(code({ ...site, errorKey: '' })).to.equal('InvalidArgument')
  })

  it('refuses rules that say nothing, contradict themselves, or name no status of theirs', () => {
    for (const rule of [
      { redirect: {} },
      { condition: {}, redirect: { key: 'a' } },
      { redirect: { key: 'a', keyPrefix: 'b' } },
      { condition: { errorCode: 399 }, redirect: { key: 'a' } },
      { condition: { errorCode: 600 }, redirect: { key: 'a' } },
      { redirect: { statusCode: 300 } },
      { redirect: { statusCode: 400 } },
    ]) {
      expect(code(withRule(rule)), JSON.stringify(rule)).to.equal('InvalidRequest')
    }
  })

  it('takes fifty rules', () => {
    const rules = Array.from({ length: 51 }, () => ({ redirect: { key: 'a' } }))
    checkWebsite({ ...site, routingRules: rules.slice(1) })
    expect(code({ ...site, routingRules: rules })).to.equal('InvalidRequest')
  })
})
