import { expect } from 'chai'
import { flatFilter, withFilter } from '../../src/console/features/bucket-settings/lifecycle/rule.ts'
import { lineOfPlace } from '../../src/console/features/bucket-settings/json/line-of-path.ts'
import { parseDocument, writeDocument } from '../../src/console/features/bucket-settings/json/json-problem.ts'
import { rulesOf, withRules } from '../../src/console/features/bucket-settings/notifications/rule.ts'
import { templates, withStatement } from '../../src/console/features/bucket-settings/policy/templates.ts'

describe('the documents of settings, as the console writes them', () => {
  describe('a place in a document', () => {
    const text = writeDocument({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'One', Action: 's3:GetObject', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
        { Sid: 'Two', Action: ['s3:GetObject', 's3:Nothing'] },
      ],
    })
    const lineOf = (place: string) => text.split('\n')[lineOfPlace(text, place) - 1]?.trim()

    it('is the line of the value that is named', () => {
      expect(lineOf('Statement[1].Action: s3:Nothing')).to.equal('"s3:Nothing"')
    })
    it('is the line of the member', () => {
      expect(lineOf('Statement[0].Condition')).to.equal('"Condition": {')
      expect(lineOf('Statement[1].Sid')).to.equal('"Sid": "Two",')
    })
    it('is the line of what is around it, where it is not there', () => {
      expect(lineOf('Statement[1].Effect')).to.equal('{')
      expect(lineOf('Principal')).to.equal('{')
    })
    it('takes a single item for a list of one', () => {
      const single = '{\n "Statement": {\n  "Action": "s3:Nothing"\n }\n}'
      expect(lineOfPlace(single, 'Statement[0].Action: s3:Nothing')).to.equal(3)
    })
  })

  describe('a text', () => {
    it('tells the line where it is no JSON', () => {
      expect(parseDocument('{\n  "a": 1,\n}', '')).to.have.nested.property('problem.line', 3)
      expect(parseDocument('{\n  "a": 1', '')).to.have.nested.property('problem.line', 2)
    })
    it('is refused unless it is an object', () => {
      expect(parseDocument('[]', 'no object')).to.deep.equal({ problem: { line: 1, message: 'no object' } })
    })
  })

  describe('the filter of a rule', () => {
    const rule = { ID: 'one', Status: 'Enabled' as const }
    const tag = { Key: 'kind', Value: 'log' }
    const nothing = { prefix: '', tags: [], largerThan: undefined, smallerThan: undefined }

    it('is written in the shortest form that S3 takes', () => {
      expect(withFilter(rule, nothing).Filter).to.deep.equal({ Prefix: '' })
      expect(withFilter(rule, { ...nothing, tags: [tag] }).Filter).to.deep.equal({ Tag: tag })
      expect(withFilter(rule, { ...nothing, prefix: 'a/', largerThan: 5 }).Filter).to.deep.equal({
        And: { Prefix: 'a/', ObjectSizeGreaterThan: 5 },
      })
    })
    it('is read back as it was given', () => {
      const filter = { prefix: 'a/', tags: [tag], largerThan: 1, smallerThan: 9 }
      expect(flatFilter(withFilter(rule, filter))).to.deep.equal(filter)
    })
    it('takes the place of the older prefix', () => {
      const old = { ...rule, ...{ Prefix: 'old/' } }
      expect(flatFilter(old).prefix).to.equal('old/')
      expect(withFilter(old, { ...nothing, prefix: 'new/' })).to.deep.equal({
        ...rule,
        Filter: { Prefix: 'new/' },
      })
    })
  })

  it('are the same after rules of notifications were read and written', () => {
    const document = {
      EventBridgeConfiguration: {},
      QueueConfigurations: [
        { Id: 'q', QueueArn: 'arn:seau:sqs::hook:webhook', Events: ['s3:ObjectCreated:*' as const] },
      ],
      TopicConfigurations: [
        {
          TopicArn: 'arn:aws:sns:::topic',
          Events: ['s3:ObjectRemoved:*' as const],
          Filter: { Key: { FilterRules: [{ Name: 'suffix' as const, Value: '.jpg' }] } },
        },
      ],
    }
    expect(withRules(document, rulesOf(document))).to.deep.equal(document)
  })

  it('get statements whose Sid is their own', () => {
    const facts = { bucket: 'b', account: '1', given: '' }
    const statement = templates.publicRead.statement(facts)
    const policy = withStatement(withStatement({ Statement: [] }, statement), statement)
    expect(policy['Statement']).to.deep.equal([statement, { ...statement, Sid: 'PublicRead2' }])
  })
})
