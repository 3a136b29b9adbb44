import { expect } from 'chai'
import { type Caller, anonymous } from '../../../src/core/caller.ts'
import { groups, privateAcl } from '../../../src/core/policy/acl.ts'
import { cannedAcl } from '../../../src/core/policy/canned-acl.ts'
import { decide, mayLearnOfMissing } from '../../../src/core/policy/decide.ts'
import { alice, bob, callerOf } from '../projects.ts'
import type { Bucket, BucketConfiguration } from '../../../src/core/buckets/bucket.ts'
import type { Resource } from '../../../src/core/policy/resource.ts'
import type { S3Action } from '../../../src/core/policy/s3-actions.ts'

const owner = callerOf(alice)
const other = callerOf(bob)
const everything = ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/*']

const bucketWith = (configuration: Partial<BucketConfiguration>): Bucket => ({
  id: 1,
  projectId: alice.id,
  namespace: '',
  name: 'bucket',
  region: 'us-east-1',
  versioning: 'off',
  createdAt: 0,
  configuration: { acl: privateAcl(alice.canonicalId), ...configuration },
})
const policyOf = (...statements: readonly object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:*',
      Resource: everything,
      ...statement,
    })),
  })
const objectOf = (ownerId: string, tags: Readonly<Record<string, string>> = {}) => ({
  key: 'k',
  ownerId,
  attributes: { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) },
})
const alices = objectOf(alice.canonicalId)
const decides = (policy: string, caller: Caller, action: S3Action, resource: Resource = { key: 'k' }) =>
  decide(caller, action, { ...resource, bucket: bucketWith({ policy }) })
const asking = (caller: Caller, values: Readonly<Record<string, string>>): Caller => ({
  ...caller,
  request: (key) => (values[key] === undefined ? undefined : [values[key]]),
})

describe("A bucket's policy, among what decides", () => {
  it('opens the bucket to other projects and to everyone', () => {
    const forBob = policyOf({ Principal: { AWS: `arn:aws:iam::${bob.id}:root` } })
    expect(decides(forBob, other, 's3:PutObject')).to.equal('allow')
    expect(decides(forBob, anonymous, 's3:PutObject')).to.equal('deny')
    expect(decides(policyOf({}), anonymous, 's3:GetObject', { version: alices })).to.equal('allow')
    expect(decides(policyOf({}), anonymous, 's3:PutBucketVersioning', {})).to.equal('allow')
  })

  it('names projects by their canonical ids too', () => {
    const policy = policyOf({ Principal: { CanonicalUser: bob.canonicalId } })
    expect(decides(policy, other, 's3:PutObject')).to.equal('allow')
    expect(decides(policy, asking(other, {}), 's3:PutObject')).to.equal('allow')
  })

  it('denies, whoever asks and whatever the ACL grants', () => {
    const policy = policyOf({ Effect: 'Deny', Action: 's3:GetObject', Resource: everything[1] })
    expect(decides(policy, owner, 's3:GetObject')).to.equal('deny')
    expect(decides(policy, owner, 's3:GetObject', { version: alices })).to.equal('deny')
    expect(decides(policy, owner, 's3:PutObject')).to.equal('allow')
  })

  it('can always be put right by the owner', () => {
    const policy = policyOf({ Effect: 'Deny' })
    for (const action of ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'] as const) {
      expect(decides(policy, owner, action, {}), action).to.equal('allow')
      expect(decides(policy, other, action, {}), action).to.equal('deny')
    }
    expect(decides(policy, owner, 's3:DeleteBucket', {})).to.equal('deny')
  })

  it('tells the bucket from the objects in it', () => {
    const policy = policyOf({ Resource: 'arn:aws:s3:::bucket/a/*' })
    expect(decides(policy, other, 's3:ListBucket', {})).to.equal('deny')
    expect(decides(policy, other, 's3:PutObject', { key: 'a/b' })).to.equal('allow')
    expect(decides(policy, other, 's3:PutObject', { key: 'b/a/b' })).to.equal('deny')
  })

  it('does not share what belongs to another project, but denies it', () => {
    const bobs = { version: objectOf(bob.canonicalId) }
    expect(decides(policyOf({}), anonymous, 's3:GetObject', bobs)).to.equal('deny')
    expect(decides(policyOf({}), other, 's3:GetObject', bobs)).to.equal('allow')
    expect(decides(policyOf({ Effect: 'Deny' }), other, 's3:GetObject', bobs)).to.equal('deny')
    const bucket = bucketWith({ policy: policyOf({}), objectOwnership: 'BucketOwnerEnforced' })
    expect(decide(anonymous, 's3:GetObject', { bucket, ...bobs })).to.equal('allow')
  })

  describe('that asks for the tags of an object', () => {
    const policy = policyOf({ Condition: { StringEquals: { 's3:ExistingObjectTag/open': 'yes' } } })
    it('waits for the object', () => {
      expect(decides(policy, other, 's3:GetObject')).to.equal('needs-object')
      const open = { version: objectOf(alice.canonicalId, { open: 'yes' }) }
      expect(decides(policy, other, 's3:GetObject', open)).to.equal('allow')
      const closed = { version: objectOf(alice.canonicalId, { open: 'no' }) }
      expect(decides(policy, other, 's3:GetObject', closed)).to.equal('deny')
    })
    it('does not wait for what no object is read for', () => {
      expect(decides(policy, other, 's3:PutObject')).to.equal('deny')
      expect(decides(policy, other, 's3:DeleteObject')).to.equal('deny')
      expect(decides(policy, other, 's3:PutObjectTagging', { key: 'k', isNew: true })).to.equal('deny')
    })
    it('sees the tags that an object is to have', () => {
      const wanted = policyOf({ Condition: { StringEquals: { 's3:RequestObjectTag/a': '1' } } })
      const requestTags = [{ key: 'a', value: '1' }]
      expect(decides(wanted, other, 's3:PutObjectTagging')).to.equal('needs-object')
      const tagging = { version: alices, requestTags }
      expect(decides(wanted, other, 's3:PutObjectTagging', tagging)).to.equal('allow')
      expect(decides(wanted, other, 's3:PutObjectTagging', { version: alices })).to.equal('deny')
      const keys = policyOf({
        Condition: { 'ForAllValues:StringEquals': { 's3:RequestObjectTagKeys': ['a', 'b'] } },
      })
      expect(decides(keys, other, 's3:PutObjectTagging', tagging)).to.equal('allow')
      const more = { version: alices, requestTags: [...requestTags, { key: 'c', value: '' }] }
      expect(decides(keys, other, 's3:PutObjectTagging', more)).to.equal('deny')
    })
  })

  it('asks who the caller is', () => {
    const allows = (condition: object, caller: Caller) =>
      decides(policyOf({ Condition: { StringEquals: condition } }), caller, 's3:PutObject') === 'allow'
    expect(allows({ 'aws:PrincipalAccount': bob.id }, other)).to.equal(true)
    expect(allows({ 'aws:PrincipalAccount': bob.id }, anonymous)).to.equal(false)
    expect(allows({ 'aws:PrincipalArn': `arn:aws:iam::${bob.id}:root` }, other)).to.equal(true)
    expect(allows({ 'aws:userid': bob.id }, other)).to.equal(true)
    expect(allows({ 'aws:PrincipalType': 'Account' }, other)).to.equal(true)
    expect(allows({ 'aws:PrincipalType': 'Anonymous' }, anonymous)).to.equal(true)
    expect(allows({ 's3:ResourceAccount': alice.id }, other)).to.equal(true)
  })

  it('asks which version is meant', () => {
    const policy = policyOf({ Condition: { StringEquals: { 's3:VersionId': 'v1' } } })
    const version = (versionId: string) => ({ key: 'k', versionId })
    expect(decides(policy, other, 's3:DeleteObjectVersion', version('v1'))).to.equal('allow')
    expect(decides(policy, other, 's3:DeleteObjectVersion', version('v2'))).to.equal('deny')
  })

  it("asks for the bucket's tags only where that is switched on", () => {
    const policy = policyOf({ Condition: { StringEquals: { 'aws:ResourceTag/stage': 'test' } } })
    const tags = [{ key: 'stage', value: 'test' }]
    const withAbac = (abac: 'Enabled' | 'Disabled') => bucketWith({ policy, tags, abac })
    expect(decide(other, 's3:PutObject', { bucket: withAbac('Enabled') })).to.equal('allow')
    expect(decide(other, 's3:PutObject', { bucket: withAbac('Disabled') })).to.equal('deny')
  })

  it('tells of a missing key those who may list what begins like it', () => {
    const policy = policyOf({
      Action: 's3:ListBucket',
      Resource: everything[0],
      Condition: { StringLike: { 's3:prefix': 'public/*' } },
    })
    const bucket = bucketWith({ policy })
    expect(mayLearnOfMissing(other, bucket, 'public/a')).to.equal(true)
    expect(mayLearnOfMissing(other, bucket, 'private/a')).to.equal(false)
    expect(decide(asking(other, { 's3:prefix': 'public/a' }), 's3:ListBucket', { bucket })).to.equal('allow')
    expect(decide(asking(other, { 's3:prefix': '' }), 's3:ListBucket', { bucket })).to.equal('deny')
  })
})

describe('Public access block, among what decides', () => {
  const block = {
    blockPublicAcls: false,
    ignorePublicAcls: false,
    blockPublicPolicy: false,
    restrictPublicBuckets: false,
  }
  it('passes over what ACLs grant to everyone, not what they grant to a project', () => {
    const acl = {
      owner: alice.canonicalId,
      grants: [
        { grantee: { group: groups.allUsers }, permission: 'READ' },
        { grantee: { canonicalId: bob.canonicalId }, permission: 'WRITE' },
      ],
    } as const
    const bucket = bucketWith({ acl, publicAccessBlock: { ...block, ignorePublicAcls: true } })
    expect(decide(anonymous, 's3:ListBucket', { bucket: bucketWith({ acl }) })).to.equal('allow')
    expect(decide(anonymous, 's3:ListBucket', { bucket })).to.equal('deny')
    expect(decide(other, 's3:ListBucket', { bucket })).to.equal('deny')
    expect(decide(other, 's3:PutObject', { bucket })).to.equal('allow')
  })

  it('keeps others out of a bucket with a public policy', () => {
    const publicAccessBlock = { ...block, restrictPublicBuckets: true }
    const open = bucketWith({ policy: policyOf({}), publicAccessBlock })
    for (const caller of [anonymous, other])
      expect(decide(caller, 's3:GetObject', { bucket: open, version: alices })).to.equal('deny')
    expect(decide(owner, 's3:GetObject', { bucket: open, version: alices })).to.equal('allow')
    const forBob = bucketWith({ policy: policyOf({ Principal: { AWS: bob.id } }), publicAccessBlock })
    expect(decide(other, 's3:GetObject', { bucket: forBob, version: alices })).to.equal('allow')
  })
})

describe('Object ownership, among what decides', () => {
  it('makes ACLs mean nothing when the bucket owner has it all', () => {
    const acl = cannedAcl('public-read-write', {
      owner: alice.canonicalId,
      bucketOwner: alice.canonicalId,
    })
    const bucket = bucketWith({ acl, objectOwnership: 'BucketOwnerEnforced' })
    expect(decide(anonymous, 's3:ListBucket', { bucket })).to.equal('deny')
    const bobs = objectOf(bob.canonicalId)
    expect(decide(owner, 's3:GetObject', { bucket, version: bobs })).to.equal('allow')
    expect(decide(other, 's3:GetObject', { bucket, version: bobs })).to.equal('deny')
  })
})
