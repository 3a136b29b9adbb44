import { expect } from 'chai'
import { checkNotificationRules, type NewNotificationRule } from '../../../src/core/buckets/notifications.ts'
import { thrown } from '../thrown.ts'

const rule = (id: string, more: Partial<NewNotificationRule> = {}): NewNotificationRule => ({
  kind: 'queue',
  id,
  arn: 'arn:seau:sqs::hook:webhook',
  events: ['s3:ObjectCreated:*'],
  ...more,
})
const check = (...rules: NewNotificationRule[]) => {
  checkNotificationRules(rules)
}
const refusal = (...rules: NewNotificationRule[]) =>
  thrown(() => {
    checkNotificationRules(rules)
  })

describe('checkNotificationRules', () => {
  it('lets rules share a prefix when their events or their suffixes differ', () => {
    check(rule('1', { prefix: 'a/' }), rule('2', { prefix: 'a/', events: ['s3:ObjectRemoved:*'] }))
    check(rule('1', { suffix: '.jpg' }), rule('2', { suffix: '.png' }))
    check(rule('1', { prefix: 'a/', suffix: '.jpg' }), rule('2', { prefix: 'b/', suffix: '.jpg' }))
  })

  for (const [one, other] of [
    [{}, {}],
    [{ prefix: 'a' }, { prefix: 'a/b' }],
    [{ prefix: 'a' }, { suffix: '.jpg' }],
    [{ suffix: 'g' }, { suffix: '.jpg', events: ['s3:ObjectCreated:Put'] }],
  ] as const) {
    it(`refuses ${JSON.stringify(one)} beside ${JSON.stringify(other)}`, () => {
      const error = refusal(rule('1', one), rule('2', other))
      expect(error.code).to.equal('InvalidArgument')
      expect(error.message).to.match(/ambiguously defined/)
    })
  }

  it('refuses an event that there is not', () => {
    expect(refusal(rule('1', { events: ['s3:ObjectEaten:*'] })).code).to.equal('InvalidArgument')
  })
  it('refuses a rule without events', () => {
    expect(refusal(rule('1', { events: [] })).code).to.equal('MalformedXML')
  })
  it('refuses an id that is taken', () => {
    const removed = { events: ['s3:ObjectRemoved:*'] }
    expect(refusal(rule('1'), rule('1', removed)).message).to.match(/IDs must be unique/)
  })
})
