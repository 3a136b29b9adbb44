import { expect } from 'chai'
import {
  checkReplication,
  parseDestination,
  rulesFor,
  type ReplicationRule,
} from '../../../src/core/buckets/replication.ts'
import { thrown } from '../thrown.ts'

const rule = (id: string, more: Partial<ReplicationRule> = {}): ReplicationRule => ({
  id,
  priority: Number(id),
  isEnabled: true,
  isOldForm: false,
  filter: { tags: [] },
  replicatesDeleteMarkers: false,
  destination: { arn: 'arn:aws:s3:::copy', changesOwner: false },
  ...more,
})
const codeOf = (...rules: ReplicationRule[]) =>
  thrown(() => {
    checkReplication({ role: '', rules })
  }).code
const idsFor = (key: string, rules: readonly ReplicationRule[], tags: Record<string, string> = {}) => {
  const given = Object.entries(tags).map(([name, value]) => ({ key: name, value }))
  return rulesFor({ role: '', rules }, { key, tags: given }).map(({ id }) => id)
}

describe('parseDestination', () => {
  it('tells buckets here from buckets elsewhere', () => {
    expect(parseDestination('arn:aws:s3:::b')).to.deep.equal({ kind: 'here', bucket: 'b' })
    expect(parseDestination('arn:seau:s3:::My-Mirror')).to.deep.equal({ kind: 'remote', target: 'my_mirror' })
  })
  for (const arn of ['b', 'arn:aws:sqs:::b', 'arn:aws:s3:::b/k', 'arn:aws:s3:::']) {
    it(`refuses ${arn}`, () => {
      expect(thrown(() => parseDestination(arn)).code).to.equal('InvalidArgument')
    })
  }
})

describe('checkReplication', () => {
  it('refuses equal ids and equal priorities', () => {
    expect(codeOf(rule('1'), rule('1', { priority: 2 }))).to.equal('InvalidArgument')
    expect(codeOf(rule('1'), rule('2', { priority: 1 }))).to.equal('InvalidArgument')
  })
  it('refuses a rule with a filter and no priority', () => {
    expect(codeOf(rule('1', { priority: undefined }))).to.equal('InvalidRequest')
  })
  it('refuses to copy delete markers by tags', () => {
    const filter = { tags: [{ key: 'a', value: 'b' }] }
    expect(codeOf(rule('1', { filter, replicatesDeleteMarkers: true }))).to.equal('InvalidRequest')
  })
  it('refuses a storage class that there is not', () => {
    const destination = { ...rule('1').destination, storageClass: 'COPPER' }
    expect(codeOf(rule('1', { destination }))).to.equal('InvalidStorageClass')
  })
  it('refuses no rules', () => {
    expect(codeOf()).to.equal('MalformedXML')
  })
})

describe('rulesFor', () => {
  it('takes the highest priority of those for a destination, and one for each destination', () => {
    const elsewhere = { destination: { arn: 'arn:aws:s3:::other', changesOwner: false } }
    expect(idsFor('k', [rule('1'), rule('3'), rule('2'), rule('4', elsewhere)])).to.deep.equal(['3', '4'])
  })
  it('passes over rules that are off', () => {
    expect(idsFor('k', [rule('1'), rule('2', { isEnabled: false })])).to.deep.equal(['1'])
  })
  it('wants the prefix and all tags', () => {
    const filter = { prefix: 'a/', tags: [{ key: 'x', value: '1' }] }
    const rules = [rule('1', { filter })]
    expect(idsFor('a/k', rules, { x: '1', y: '2' })).to.deep.equal(['1'])
    expect(idsFor('a/k', rules, { x: '2' })).to.deep.equal([])
    expect(idsFor('b/k', rules, { x: '1' })).to.deep.equal([])
  })
})
