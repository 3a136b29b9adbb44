import { expect } from 'chai'
import { openIamCore, root, type IamCore } from '../sessions/iam-core.ts'
import { alice } from '../projects.ts'
import { storeObject } from '../stored-object.ts'
import { documentOf } from './people.ts'
import { rejection } from '../../contracts/rejection.ts'
import type { AccessQuestion } from '../../../src/core/policy/explain.ts'

describe('The explanation of a decision', () => {
  let shop: IamCore
  before(async () => {
    shop = await openIamCore()
    const { core } = shop
    const bucket = await core.buckets.create(root, 'bucket', { acl: {}, locationConstraint: undefined })
    await storeObject(shop.metadata, bucket, { key: 'key', owner: alice })
    await shop.user('ann', [
      { Sid: 'Read', Action: 's3:GetObject' },
      { Sid: 'NotSecrets', Effect: 'Deny', Resource: 'arn:aws:s3:::bucket/secret/*' },
    ])
  })
  after(() => shop.close())
  const explain = (question: Omit<AccessQuestion, 'asker'> & Partial<AccessQuestion>) =>
    shop.core.policies.explain({ asker: { kind: 'user', project: 'alice', name: 'ann' }, ...question })
  const on = (key: string) => ({ bucket: 'bucket', key })

  it('names the statement that allows', async () => {
    const { decision, decidedBy } = await explain({ action: 's3:GetObject', on: on('key') })
    expect(decision).to.equal('allow')
    expect(decidedBy).to.deep.include({
      source: 'identity',
      says: 'allow',
      statement: { id: 'Read', index: 0 },
    })
    expect(decidedBy?.policy).to.include('p')
  })

  it('names the statement that denies', async () => {
    const { decision, decidedBy } = await explain({ action: 's3:PutObject', on: on('secret/x') })
    expect(decision).to.equal('deny')
    expect(decidedBy).to.deep.include({ source: 'identity', statement: { id: 'NotSecrets', index: 1 } })
  })

  it('names nothing when nothing allows, but everything that was heard', async () => {
    const { decision, decidedBy, opinions } = await explain({ action: 's3:PutObject', on: on('key') })
    expect({ decision, decidedBy }).to.deep.equal({ decision: 'deny', decidedBy: undefined })
    expect(opinions.map(({ source, says }) => [source, says])).to.deep.equal([
      ['ownership', 'allow'],
      ['acl', 'allow'],
      ['identity', undefined],
    ])
  })

  it('names the limit that does not allow', async () => {
    const policy = documentOf({ Action: 's3:GetObject' })
    const key = await shop.core.credentials.create({ project: 'alice', name: 'reader', policy })
    const asker = { kind: 'access-key' as const, id: key.id }
    const write = await explain({ asker, action: 's3:PutObject', on: on('key') })
    expect(write.decision).to.equal('deny')
    expect(write.decidedBy).to.deep.include({ source: 'access-key', says: undefined })
    const read = await explain({ asker, action: 's3:GetObject', on: on('key') })
    expect([read.decision, read.decidedBy?.source]).to.deep.equal(['allow', 'acl'])
  })

  it('asks the bucket policy with the facts that are given', async () => {
    await shop.core.buckets.create(root, 'open', { acl: {}, locationConstraint: undefined })
    const statement = {
      Sid: 'Office',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::open/*',
      Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
    }
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: statement })
    await shop.core.buckets.putPolicy(root, 'open', policy, { confirmsRemovingItself: false })
    const ask = (address: string) =>
      explain({
        asker: { kind: 'anonymous' },
        action: 's3:PutObject',
        on: { bucket: 'open', key: 'k' },
        facts: { 'aws:SourceIp': [address] },
      })
    expect(await ask('192.0.2.9')).to.deep.include({
      decision: 'allow',
      decidedBy: {
        source: 'bucket-policy',
        policy: undefined,
        says: 'allow',
        statement: { id: 'Office', index: 0 },
      },
    })
    expect((await ask('198.51.100.9')).decision).to.equal('deny')
  })

  it('speaks of what is not there, and of actions other than S3’s', async () => {
    expect((await explain({ action: 's3:GetObject', on: on('missing') })).decision).to.equal('deny')
    const rootAsker = { kind: 'root' as const, project: 'alice' }
    const missing = await explain({ asker: rootAsker, action: 's3:GetObject', on: on('missing') })
    expect(missing.decision).to.equal('allow')
    const iam = await explain({ action: 'iam:CreateUser', resource: `arn:aws:iam::${alice.id}:user/bea` })
    expect(iam.decision).to.equal('deny')
  })

  it('is refused for what does not exist', async () => {
    const wrong: readonly (readonly [string, Partial<AccessQuestion>])[] = [
      ['NoSuchBucket', { on: { bucket: 'none' } }],
      ['InvalidArgument', { action: 's3:Nothing' }],
      ['InvalidArgument', {}],
      ['NoSuchEntity', { asker: { kind: 'role', project: 'alice', name: 'none' } }],
      ['NoSuchEntity', { asker: { kind: 'root', project: 'none' } }],
      ['InvalidAccessKeyId', { asker: { kind: 'access-key', id: 'none' } }],
    ]
    for (const [code, question] of wrong)
      expect(await rejection(explain({ action: 's3:GetObject', ...question }))).to.include({ code })
  })
})
