import { expect } from 'chai'
import { type Caller, anonymous } from '../../../src/core/caller.ts'
import { type Acl, type Grant, type Permission, groups, privateAcl } from '../../../src/core/policy/acl.ts'
import { cannedAcl } from '../../../src/core/policy/canned-acl.ts'
import { decide, mayLearnOfMissing } from '../../../src/core/policy/decide.ts'
import { alice, bob, callerOf } from '../projects.ts'
import type { Resource } from '../../../src/core/policy/resource.ts'
import type { S3Action } from '../../../src/core/policy/s3-actions.ts'
import type { Bucket } from '../../../src/core/buckets/bucket.ts'

const owner = callerOf(alice)
const other = callerOf(bob)

const bucketWith = (acl: Acl): Bucket => ({
  id: 1,
  projectId: alice.id,
  namespace: '',
  name: 'bucket',
  region: 'us-east-1',
  versioning: 'off',
  createdAt: 0,
  configuration: { acl },
})
const objectWith = (acl: Acl) => ({ key: 'key', ownerId: acl.owner, attributes: { acl } })
const canned = (name: string, ownerId = alice.canonicalId) =>
  cannedAcl(name, { owner: ownerId, bucketOwner: alice.canonicalId })
const cannedBucket = (name: string) => bucketWith(canned(name))
const granting = (permission: Permission, grantee: Grant['grantee']): Acl => ({
  owner: alice.canonicalId,
  grants: [{ permission, grantee }],
})
const toBob = { canonicalId: bob.canonicalId }

const allows = (caller: Caller, actions: readonly S3Action[], resource: Resource) =>
  actions.filter((action) => decide(caller, action, resource) === 'allow')

describe('The decision on an action of the account', () => {
  it('allows any project to list and create its buckets, and nobody else', () => {
    for (const action of ['s3:ListAllMyBuckets', 's3:CreateBucket'] as const) {
      expect(decide(other, action, {})).to.equal('allow')
      expect(decide(anonymous, action, {})).to.equal('deny')
    }
  })
})

describe('The decision on a bucket', () => {
  const actions = [
    's3:ListBucket',
    's3:PutObject',
    's3:DeleteObject',
    's3:GetBucketAcl',
    's3:PutBucketAcl',
  ] as const
  const ownersOnly = [
    's3:PutBucketCORS',
    's3:DeleteBucket',
    's3:GetBucketVersioning',
    's3:GetObjectTagging',
  ] as const
  const all = [...actions, ...ownersOnly]

  it('allows its owner everything, whatever the ACL says', () => {
    expect(
      allows(owner, all, { bucket: bucketWith({ owner: alice.canonicalId, grants: [] }) }),
    ).to.deep.equal(all)
  })

  it('allows others nothing on a private one', () => {
    const bucket = cannedBucket('private')
    for (const caller of [anonymous, other]) expect(allows(caller, all, { bucket })).to.deep.equal([])
    expect(decide(other, 's3:PutObject', { bucket })).to.equal('deny')
  })

  it('allows everyone to list a public-read one', () => {
    const bucket = cannedBucket('public-read')
    for (const caller of [anonymous, other])
      expect(allows(caller, all, { bucket })).to.deep.equal(['s3:ListBucket'])
  })

  it('allows everyone to list and write a public-read-write one', () => {
    expect(allows(anonymous, all, { bucket: cannedBucket('public-read-write') })).to.deep.equal([
      's3:ListBucket',
      's3:PutObject',
      's3:DeleteObject',
    ])
  })

  it('tells those who are signed in from the anonymous', () => {
    const bucket = cannedBucket('authenticated-read')
    expect(decide(other, 's3:ListBucket', { bucket })).to.equal('allow')
    expect(decide(anonymous, 's3:ListBucket', { bucket })).to.equal('deny')
  })

  it('grants nobody what is meant for log delivery', () => {
    const bucket = cannedBucket('log-delivery-write')
    for (const caller of [anonymous, other]) expect(allows(caller, all, { bucket })).to.deep.equal([])
  })

  const rights = {
    READ: ['s3:ListBucket'],
    WRITE: ['s3:PutObject', 's3:DeleteObject'],
    READ_ACP: ['s3:GetBucketAcl'],
    WRITE_ACP: ['s3:PutBucketAcl'],
    FULL_CONTROL: actions,
  } as const
  for (const [permission, granted] of Object.entries(rights)) {
    it(`reads ${permission} for one project as ${granted.join(', ')}`, () => {
      const bucket = bucketWith(granting(permission as Permission, toBob))
      expect(allows(other, all, { bucket })).to.deep.equal(granted)
      expect(allows(anonymous, all, { bucket })).to.deep.equal([])
    })
  }
})

describe('The decision on an object', () => {
  const bucket = cannedBucket('private')
  const actions = ['s3:GetObject', 's3:GetObjectAcl', 's3:PutObjectAcl'] as const

  it('needs the object before it can say', () => {
    for (const caller of [owner, other, anonymous]) {
      expect(decide(caller, 's3:GetObject', { bucket })).to.equal('needs-object')
    }
  })

  it('allows the owner of both everything', () => {
    expect(
      allows(owner, actions, { bucket, version: objectWith(privateAcl(alice.canonicalId)) }),
    ).to.deep.equal(actions)
  })

  it('denies the bucket owner what another writer keeps private', () => {
    const version = objectWith(privateAcl(bob.canonicalId))
    expect(allows(owner, actions, { bucket, version })).to.deep.equal([])
    expect(allows(other, actions, { bucket, version })).to.deep.equal(actions)
    expect(decide(owner, 's3:DeleteObject', { bucket, version })).to.equal('allow')
  })

  it('allows the bucket owner what the writer shares with it', () => {
    const shared = (name: string) =>
      allows(owner, actions, { bucket, version: objectWith(canned(name, bob.canonicalId)) })
    expect(shared('bucket-owner-read')).to.deep.equal(['s3:GetObject'])
    expect(shared('bucket-owner-full-control')).to.deep.equal(actions)
  })

  it('allows everyone to read a public-read one in a private bucket, but not to replace it', () => {
    const resource = { bucket, version: objectWith(canned('public-read-write')) }
    expect(allows(anonymous, [...actions, 's3:PutObject', 's3:DeleteObject'], resource)).to.deep.equal([
      's3:GetObject',
    ])
  })

  it('denies everyone a private one in a public bucket', () => {
    const resource = { bucket: cannedBucket('public-read-write'), version: objectWith(canned('private')) }
    expect(allows(anonymous, actions, resource)).to.deep.equal([])
  })

  it('reads the permissions of its ACL', () => {
    const granted = (permission: Permission) =>
      allows(other, actions, { bucket, version: objectWith(granting(permission, toBob)) })
    expect(granted('READ')).to.deep.equal(['s3:GetObject'])
    expect(granted('READ_ACP')).to.deep.equal(['s3:GetObjectAcl'])
    expect(granted('WRITE_ACP')).to.deep.equal(['s3:PutObjectAcl'])
    expect(granted('WRITE')).to.deep.equal([])
    expect(granted('FULL_CONTROL')).to.deep.equal(actions)
    const version = objectWith(granting('READ', { group: groups.authenticatedUsers }))
    expect(decide(anonymous, 's3:GetObject', { bucket, version })).to.equal('deny')
  })
})

describe('The absence of an object', () => {
  it('is told to those who may list the bucket', () => {
    expect(mayLearnOfMissing(owner, cannedBucket('private'), 'key')).to.equal(true)
    expect(mayLearnOfMissing(anonymous, cannedBucket('public-read'), 'key')).to.equal(true)
    expect(mayLearnOfMissing(other, cannedBucket('private'), 'key')).to.equal(false)
  })
})
