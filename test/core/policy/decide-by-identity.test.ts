import { expect } from 'chai'
import { groups, privateAcl, type Acl } from '../../../src/core/policy/acl.ts'
import { decide, mayLearnOfMissing } from '../../../src/core/policy/decide.ts'
import { keyLimits } from '../../../src/core/policy/limit.ts'
import { alice, bob, callerOf } from '../projects.ts'
import { documentOf, federatedOf, identityOf, roleSessionOf, userOf, type StatementText } from './people.ts'
import type { Bucket, BucketConfiguration } from '../../../src/core/buckets/bucket.ts'
import type { Caller } from '../../../src/core/caller.ts'
import type { S3Action } from '../../../src/core/policy/s3-actions.ts'

const bucketWith = (configuration: Partial<BucketConfiguration> = {}): Bucket => ({
  id: 1,
  projectId: alice.id,
  namespace: '',
  name: 'bucket',
  region: 'us-east-1',
  versioning: 'off',
  createdAt: 0,
  configuration: { acl: privateAcl(alice.canonicalId), ...configuration },
})
const bucketPolicy = (...statements: readonly StatementText[]): Bucket =>
  bucketWith({
    policy: documentOf(
      ...statements.map((statement) => ({
        Action: 's3:*',
        Resource: ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/*'],
        ...statement,
      })),
    ),
  })
const versionOf = (ownerId: string, acl?: Acl) => ({ key: 'k', ownerId, attributes: acl ? { acl } : {} })
const put = (caller: Caller, bucket: Bucket, key = 'k') => decide(caller, 's3:PutObject', { bucket, key })
const get = (caller: Caller, bucket: Bucket) =>
  decide(caller, 's3:GetObject', { bucket, version: versionOf(alice.canonicalId) })
const named = (arn: string, statement: StatementText = {}) =>
  bucketPolicy({ Principal: { AWS: arn }, ...statement })

const everything = documentOf({})
const onlyPut = documentOf({ Action: 's3:PutObject' })
const onlyGet = documentOf({ Action: 's3:GetObject' })
const annArn = `arn:aws:iam::${alice.id}:user/ann`
const roleArn = `arn:aws:iam::${alice.id}:role/reader`
const visitArn = `arn:aws:sts::${alice.id}:assumed-role/reader/visit`
const guestArn = `arn:aws:sts::${alice.id}:federated-user/guest`

describe("A user's policies, among what decides", () => {
  it('are needed for whatever the project owns', () => {
    const bucket = bucketWith()
    expect(put(userOf(alice), bucket)).to.equal('deny')
    expect(put(userOf(alice, { policies: [onlyPut] }), bucket)).to.equal('allow')
    expect(get(userOf(alice, { policies: [onlyPut] }), bucket)).to.equal('deny')
    expect(get(userOf(alice, { policies: [onlyPut, onlyGet] }), bucket)).to.equal('allow')
  })

  it('deny for good', () => {
    const policies = [everything, documentOf({ Effect: 'Deny', Action: 's3:Put*' })]
    expect(put(userOf(alice, { policies }), bucketWith())).to.equal('deny')
    expect(put(userOf(alice, { policies }), named(annArn))).to.equal('deny')
  })

  it('say who may list and make buckets', () => {
    for (const action of ['s3:ListAllMyBuckets', 's3:CreateBucket'] as const) {
      expect(decide(userOf(alice), action, {})).to.equal('deny')
      expect(decide(userOf(alice, { policies: [everything] }), action, {})).to.equal('allow')
    }
    const maker = userOf(alice, {
      policies: [
        documentOf({
          Action: 's3:CreateBucket',
          Resource: 'arn:aws:s3:::team-*',
          Condition: { StringEquals: { 's3:LocationConstraint': 'eu-west-3' } },
        }),
      ],
    })
    const make = (name: string, locationConstraint: string | undefined) =>
      decide(maker, 's3:CreateBucket', { newBucket: { name, locationConstraint } })
    expect(make('team-a', 'eu-west-3')).to.equal('allow')
    expect(make('team-a', undefined)).to.equal('deny')
    expect(make('other', 'eu-west-3')).to.equal('deny')
    const Condition = { StringEquals: { 'aws:RequestTag/team': 'blue', 'aws:TagKeys': 'team' } }
    const tagger = userOf(alice, { policies: [documentOf({ Action: 's3:CreateBucket', Condition })] })
    const makeFor = (value: string) =>
      decide(tagger, 's3:CreateBucket', {
        newBucket: { name: 'b', locationConstraint: undefined, tags: [{ key: 'team', value }] },
      })
    expect([makeFor('blue'), makeFor('red')]).to.deep.equal(['allow', 'deny'])
  })

  it('wait for the tags of an object that they ask for', () => {
    const Condition = { StringEquals: { 's3:ExistingObjectTag/class': '${aws:PrincipalTag/class}' } }
    const caller = userOf(alice, {
      policies: [documentOf({ Condition })],
      tags: [{ key: 'class', value: 'green' }],
    })
    const bucket = bucketWith()
    expect(decide(caller, 's3:GetObject', { bucket, key: 'k' })).to.equal('needs-object')
    const tagged = (value: string) => ({
      ...versionOf(alice.canonicalId),
      attributes: { tags: [{ key: 'class', value }] },
    })
    expect(decide(caller, 's3:GetObject', { bucket, version: tagged('green') })).to.equal('allow')
    expect(decide(caller, 's3:GetObject', { bucket, version: tagged('red') })).to.equal('deny')
  })

  it('tell who may learn that an object is not there', () => {
    const lister = userOf(alice, {
      policies: [
        documentOf({
          Action: 's3:ListBucket',
          Condition: { StringLike: { 's3:prefix': '${aws:username}/*' } },
        }),
      ],
    })
    expect(mayLearnOfMissing(lister, bucketWith(), 'ann/x')).to.equal(true)
    expect(mayLearnOfMissing(lister, bucketWith(), 'bob/x')).to.equal(false)
  })
})

describe('What a bucket grants to a user of its own account', () => {
  it('needs no policy of the user when it is granted by name or to everyone', () => {
    expect(put(userOf(alice), named(annArn))).to.equal('allow')
    expect(put(userOf(alice), bucketPolicy({ Principal: '*' }))).to.equal('allow')
    expect(put(userOf(alice), named(`arn:aws:iam::${alice.id}:user/bea`))).to.equal('deny')
  })

  it('is the account to hand on when the account is granted it', () => {
    for (const AWS of [alice.id, `arn:aws:iam::${alice.id}:root`]) {
      expect(put(userOf(alice), named(AWS))).to.equal('deny')
      expect(put(userOf(alice, { policies: [onlyPut] }), named(AWS))).to.equal('allow')
    }
  })

  it('comes from an ACL only if everyone has it', () => {
    const acl = (grantee: Acl['grants'][number]['grantee']) =>
      versionOf(alice.canonicalId, { owner: alice.canonicalId, grants: [{ grantee, permission: 'READ' }] })
    const read = (version: ReturnType<typeof versionOf>) =>
      decide(userOf(alice), 's3:GetObject', { bucket: bucketWith(), version })
    expect(read(acl({ group: groups.allUsers }))).to.equal('allow')
    expect(read(acl({ canonicalId: alice.canonicalId }))).to.equal('deny')
    expect(read(acl({ canonicalId: 'AIDAANN' }))).to.equal('deny')
  })

  it('is not what another writer keeps private', () => {
    const bucket = named(annArn)
    const version = versionOf(bob.canonicalId)
    const all = userOf(alice, { policies: [everything] })
    expect(decide(all, 's3:GetObject', { bucket, version })).to.equal('deny')
  })

  it('can be denied to the user, who is no root to put the policy right', () => {
    const bucket = named(annArn, { Effect: 'Deny', Action: 's3:PutBucketPolicy' })
    const all = userOf(alice, { policies: [everything] })
    expect(decide(all, 's3:PutBucketPolicy', { bucket })).to.equal('deny')
    expect(decide(callerOf(alice), 's3:PutBucketPolicy', { bucket })).to.equal('allow')
  })
})

describe('A user of another account', () => {
  const bobsUser = (policies: readonly string[]) => userOf(bob, { policies })
  const bobsArn = `arn:aws:iam::${bob.id}:user/ann`

  it('needs both a policy of its own and the leave of the bucket', () => {
    for (const AWS of [bobsArn, bob.id, `arn:aws:iam::${bob.id}:root`, '*']) {
      expect(put(bobsUser([]), named(AWS)), AWS).to.equal('deny')
      expect(put(bobsUser([onlyPut]), named(AWS)), AWS).to.equal('allow')
    }
    expect(put(bobsUser([everything]), bucketWith())).to.equal('deny')
    expect(put(callerOf(bob), named(bob.id))).to.equal('allow')
  })

  it('may be granted it by an ACL, as the account or as Ceph knows the user', () => {
    for (const canonicalId of [bob.canonicalId, 'AIDAANN']) {
      const grants = [{ grantee: { canonicalId }, permission: 'WRITE' as const }]
      const bucket = bucketWith({ acl: { owner: alice.canonicalId, grants } })
      expect(put(bobsUser([]), bucket)).to.equal('deny')
      expect(put(bobsUser([onlyPut]), bucket)).to.equal('allow')
    }
  })
})

describe('Limits', () => {
  it('of an access key bind the root, and hold whatever the bucket grants', () => {
    const limits = keyLimits(onlyGet)
    const open = bucketPolicy({ Principal: { AWS: annArn } }, { Principal: '*' })
    const denied: readonly S3Action[] = ['s3:PutObject', 's3:DeleteBucket', 's3:PutBucketPolicy']
    for (const caller of [
      { ...callerOf(alice), limits },
      { ...userOf(alice), limits },
    ]) {
      for (const action of denied) expect(decide(caller, action, { bucket: open, key: 'k' })).to.equal('deny')
      expect(get(caller, open)).to.equal('allow')
    }
  })

  it('of a boundary take away what policies grant, but not what a bucket grants by name', () => {
    const bounded = userOf(alice, { policies: [everything], boundary: onlyGet })
    expect(put(bounded, bucketWith())).to.equal('deny')
    expect(get(bounded, bucketWith())).to.equal('allow')
    expect(put(bounded, bucketPolicy({ Principal: '*' }))).to.equal('deny')
    expect(put(bounded, named(annArn))).to.equal('allow')
    const forbidden = userOf(alice, { boundary: documentOf({ Effect: 'Deny' }) })
    expect(put(forbidden, named(annArn))).to.equal('deny')
  })

  it("of a role's session bind what its role is granted by name, but not what the session is", () => {
    const session = roleSessionOf(alice, {}, { policies: [onlyPut] })
    expect(put(session, named(roleArn))).to.equal('allow')
    expect(get(session, named(roleArn))).to.equal('deny')
    expect(get(session, named(visitArn))).to.equal('allow')
    expect(get(session, named(`${visitArn}s`))).to.equal('deny')
  })

  it('of a session grant nothing', () => {
    expect(put(roleSessionOf(alice, {}, { policies: [everything] }), bucketWith())).to.equal('deny')
    const either = roleSessionOf(alice, { policies: [everything] }, { policies: [onlyGet, onlyPut] })
    expect(put(either, bucketWith())).to.equal('allow')
    expect(decide(either, 's3:ListBucket', { bucket: bucketWith() })).to.equal('deny')
  })

  it('of a session hold in other accounts too', () => {
    const role = { policies: [everything] }
    const bobsVisit = `arn:aws:sts::${bob.id}:assumed-role/reader/visit`
    expect(get(roleSessionOf(bob, role, { policies: [onlyPut] }), named(bobsVisit))).to.equal('deny')
    expect(put(roleSessionOf(bob, role, { policies: [onlyPut] }), named(bobsVisit))).to.equal('allow')
  })

  it('leave a federated user without a policy what buckets grant by name', () => {
    const guest = federatedOf(alice, undefined)
    expect(put(guest, bucketWith())).to.equal('deny')
    expect(put(guest, named(guestArn))).to.equal('allow')
    expect(put(federatedOf(alice, undefined, { policies: [onlyPut] }), bucketWith())).to.equal('allow')
    const ofAnn = federatedOf(alice, identityOf(alice, { policies: [onlyGet] }), { policies: [onlyPut] })
    expect(put(ofAnn, bucketWith())).to.equal('deny')
    expect(put(ofAnn, named(annArn))).to.equal('allow')
    expect(get(ofAnn, named(annArn))).to.equal('deny')
  })
})

describe('What policies may ask of who asks', () => {
  const holds = (caller: Caller, Condition: object) =>
    put(caller, bucketPolicy({ Principal: '*' }, { Effect: 'Deny', Principal: '*', Condition })) === 'deny'
  const user = userOf(alice, { tags: [{ key: 'Team', value: 'blue' }] })
  const role = roleSessionOf(
    alice,
    { tags: [{ key: 'Team', value: 'blue' }] },
    { tags: { Team: ['red'] }, sourceIdentity: 'sue', claims: { 'issuer.org:sub': ['4711'] } },
  )
  const facts: readonly (readonly [string, Caller, Readonly<Record<string, string>>])[] = [
    [
      'a root',
      callerOf(alice),
      {
        'aws:userid': alice.id,
        'aws:PrincipalArn': `arn:aws:iam::${alice.id}:root`,
        'aws:PrincipalType': 'Account',
      },
    ],
    [
      'a user',
      user,
      {
        'aws:userid': 'AIDAANN',
        'aws:username': 'ann',
        'aws:PrincipalArn': annArn,
        'aws:PrincipalType': 'User',
        'aws:PrincipalAccount': alice.id,
        'aws:PrincipalTag/team': 'blue',
      },
    ],
    [
      "a role's session",
      role,
      {
        'aws:userid': 'AROAREADER:visit',
        'aws:PrincipalArn': roleArn,
        'aws:PrincipalType': 'AssumedRole',
        'aws:PrincipalTag/Team': 'red',
        'aws:TokenIssueTime': '1970-01-01T00:00:01.000Z',
        'aws:SourceIdentity': 'sue',
        'issuer.org:sub': '4711',
      },
    ],
    [
      'a federated user',
      federatedOf(alice, undefined, { policies: [everything] }),
      {
        'aws:userid': `${alice.id}:guest`,
        'aws:PrincipalArn': guestArn,
        'aws:PrincipalType': 'FederatedUser',
      },
    ],
  ]
  for (const [who, caller, values] of facts)
    for (const [key, value] of Object.entries(values))
      it(`is ${key} of ${who}`, () => {
        expect(holds(caller, { StringEquals: { [key]: value } })).to.equal(true)
        expect(holds(caller, { StringEquals: { [key]: `${value}x` } })).to.equal(false)
      })

  it('is nothing under names that JavaScript has for itself', () => {
    for (const key of ['constructor', '__proto__', 'valueof'])
      for (const caller of [user, role, callerOf(alice)])
        expect(holds(caller, { Null: { [key]: 'true' } }), key).to.equal(true)
  })

  it('is never a second factor, nor a user name of a session', () => {
    for (const caller of [user, role]) {
      expect(holds(caller, { Null: { 'aws:MultiFactorAuthPresent': 'true' } })).to.equal(true)
      expect(holds(caller, { Null: { 'aws:TokenIssueTime': String(caller === user) } })).to.equal(true)
    }
    expect(holds(role, { Null: { 'aws:username': 'true' } })).to.equal(true)
  })
})
