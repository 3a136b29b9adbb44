import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { openIamCore, root, trusting, type IamCore } from './iam-core.ts'
import { alice, bob } from '../projects.ts'
import { rejection } from '../../contracts/rejection.ts'
import { documentOf } from '../policy/people.ts'
import { S3Error } from '../../../src/core/errors.ts'
import type { ProjectCaller } from '../../../src/core/caller.ts'
import type { RoleRequest } from '../../../src/core/sessions/assume-role.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const codeOf = async (work: Promise<unknown>) => {
  const error = await rejection(work)
  return error instanceof S3Error ? error.code : String(error)
}
const fact = ({ principal }: ProjectCaller, key: string) => principal?.facts(key)

describe('Sessions', () => {
  let shop: IamCore
  before(async () => {
    shop = await openIamCore()
  })
  after(() => shop.close())
  const assume = (caller: ProjectCaller, roleArn: string, more: Partial<RoleRequest> = {}) =>
    shop.core.sessions.assumeRole(caller, { roleArn, sessionName: 'visit', ...more })
  const enter = async (caller: ProjectCaller, roleArn: string, more: Partial<RoleRequest> = {}) =>
    shop.signIn((await assume(caller, roleArn, more)).credentials)

  describe('of a role', () => {
    it('are for those whom its trust policy names', async () => {
      const ann = await shop.user('ann')
      const bea = await shop.user('bea')
      const role = await shop.role('by-name', trusting(`arn:aws:iam::${alice.id}:user/ann`))
      const session = await enter(ann, role)
      expect(shop.core.sessions.getCallerIdentity(session)).to.deep.include({
        account: alice.id,
        arn: `arn:aws:sts::${alice.id}:assumed-role/by-name/visit`,
      })
      expect(session.accessKeyId).to.match(/^ASIA[A-Z2-7]{16}$/)
      expect(await codeOf(assume(bea, role))).to.equal('AccessDenied')
    })

    it('are for all of an account whose own policies allow it', async () => {
      const role = await shop.role('by-account', trusting(alice.id))
      const cat = await shop.user('cat')
      const dan = await shop.user('dan', [{ Action: 'sts:AssumeRole', Resource: role }])
      expect(await codeOf(assume(cat, role))).to.equal('AccessDenied')
      expect((await enter(dan, role)).principal?.arn).to.match(/by-account\/visit$/)
      expect((await enter(root, role)).principal?.arn).to.match(/by-account\/visit$/)
    })

    it('keep the keys of their tags for policies, also where a request could have tags and has none', async () => {
      const tagging = trusting(alice.id, { Action: ['sts:AssumeRole', 'sts:TagSession'] })
      const onlyTagged = { Condition: { StringEquals: { 'aws:TagKeys': ['Department'] } } }
      const role = await shop.role('with-tag-keys', tagging, [
        { Action: 's3:*', Resource: '*', ...onlyTagged },
      ])
      const session = await enter(root, role, { tags: [{ key: 'Department', value: 'Engineering' }] })
      expect(fact(session, 'aws:tagkeys')).to.deep.equal(['Department'])
      await shop.core.buckets.create(session, 'made-by-tagged', { acl: {}, locationConstraint: undefined })
    })

    it('are for users of other accounts with leave from both sides', async () => {
      const arn = `arn:aws:iam::${bob.id}:user/eve`
      const eve = await shop.user('eve', [], bob.id)
      const role = await shop.role('abroad', trusting(arn))
      expect(await codeOf(assume(eve, role))).to.equal('AccessDenied')
      const document = documentOf({ Action: 'sts:AssumeRole', Resource: role })
      await shop.core.iam.inlinePolicies.put(bob.id, { kind: 'user', name: 'eve' }, { name: 'p', document })
      const [key] = (await shop.core.iam.accessKeys.list(bob.id, 'eve')).items
      const { caller } = await shop.core.credentials.findSigner(key?.id ?? '')
      expect((await enter(caller, role)).project.id).to.equal(alice.id)
    })

    it('ask for the external id, session name and source address that the trust policy wants', async () => {
      const Condition = {
        StringEquals: { 'sts:ExternalId': 'secret-42', 'sts:RoleSessionName': 'visit' },
        IpAddress: { 'aws:SourceIp': '192.0.2.0/24' },
      }
      const role = await shop.role('careful', trusting(alice.id, { Condition }))
      const from = (address: string): ProjectCaller => ({
        ...root,
        request: (key) => (key === 'aws:sourceip' ? [address] : undefined),
      })
      await enter(from('192.0.2.7'), role, { externalId: 'secret-42' })
      for (const [caller, request] of [
        [from('192.0.2.7'), {}],
        [from('192.0.2.7'), { externalId: 'secret-42', sessionName: 'other' }],
        [from('198.51.100.7'), { externalId: 'secret-42' }],
      ] as const)
        expect(await codeOf(assume(caller, role, request))).to.equal('AccessDenied')
    })

    it('last as long as asked for, within what the role allows', async () => {
      const role = await shop.role('hourly', trusting(alice.id))
      const lasting = async (durationSeconds?: number) =>
        ((await assume(root, role, { durationSeconds })).credentials.expiresAt - shop.now) / 1000
      expect([await lasting(), await lasting(900), await lasting(3600)]).to.deep.equal([3600, 900, 3600])
      for (const wrong of [899, 3601, 1000.5])
        expect(await codeOf(assume(root, role, { durationSeconds: wrong }))).to.equal('ValidationError')
    })

    it('end', async () => {
      const { credentials } = await assume(root, await shop.role('short', trusting(alice.id)))
      shop.now = credentials.expiresAt - 1
      await shop.signIn(credentials)
      shop.now = credentials.expiresAt
      expect(await codeOf(shop.signIn(credentials))).to.equal('ExpiredToken')
    })

    it('end when they are revoked, and when the role is deleted', async () => {
      const role = await shop.role('revoked', trusting(alice.id))
      const { credentials } = await assume(root, role)
      await shop.core.iam.revokeSessions(alice.id, { kind: 'role', name: 'revoked' })
      expect(await codeOf(shop.signIn(credentials))).to.equal('ExpiredToken')
      shop.now += 1
      const later = await assume(root, role)
      await shop.signIn(later.credentials)
      await shop.core.iam.roles.delete(alice.id, 'revoked')
      expect(await codeOf(shop.signIn(later.credentials))).to.equal('InvalidAccessKeyId')
    })

    it('have the rights of their role as they are now', async () => {
      const { credentials } = await assume(root, await shop.role('changing', trusting(alice.id)))
      const may = async () =>
        shop.core.policies.decideAction(await shop.signIn(credentials), {
          action: 'iam:GetUser',
          resource: '*',
        })
      expect(await may()).to.equal('deny')
      const document = documentOf({ Action: 'iam:Get*' })
      await shop.core.iam.inlinePolicies.put(
        alice.id,
        { kind: 'role', name: 'changing' },
        { name: 'p', document },
      )
      expect(await may()).to.equal('allow')
    })

    it('carry tags where the trust policy lets them, on into other roles if they are transitive', async () => {
      const tags = [
        { key: 'Team', value: 'blue' },
        { key: 'Cost', value: '7' },
      ]
      const plain = await shop.role('untagged', trusting(alice.id))
      expect(await codeOf(assume(root, plain, { tags }))).to.equal('AccessDenied')
      const Action = ['sts:AssumeRole', 'sts:TagSession']
      const first = await shop.role('tagged', trusting(alice.id, { Action }), [{}])
      const second = await shop.role('next', trusting(alice.id, { Action }))
      const session = await enter(root, first, { tags, transitiveTagKeys: ['Team'] })
      expect(fact(session, 'aws:principaltag/Team')).to.deep.equal(['blue'])
      const chained = await enter(session, second)
      expect(fact(chained, 'aws:principaltag/Team')).to.deep.equal(['blue'])
      expect(fact(chained, 'aws:principaltag/Cost')).to.equal(undefined)
      const again = [{ key: 'team', value: 'red' }]
      expect(await codeOf(assume(session, second, { tags: again }))).to.equal('ValidationError')
    })

    it('that begin in another role last an hour at most', async () => {
      const trust = trusting(alice.id)
      const session = await enter(root, await shop.role('one', trust, [{}]))
      await shop.role('two', trust)
      await shop.core.iam.roles.update(alice.id, 'two', { maxSessionSeconds: 43_200 })
      const roleArn = `arn:aws:iam::${alice.id}:role/two`
      await assume(root, roleArn, { durationSeconds: 43_200 })
      expect(await codeOf(assume(session, roleArn, { durationSeconds: 3601 }))).to.equal('ValidationError')
      await assume(session, roleArn)
    })

    it('keep the source identity that they begin with', async () => {
      const trust = trusting(alice.id, { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] })
      const role = await shop.role('sourced', trust, [{}])
      const session = await enter(root, role, { sourceIdentity: 'sue' })
      expect(fact(await enter(session, role), 'aws:sourceidentity')).to.deep.equal(['sue'])
      expect(await codeOf(assume(session, role, { sourceIdentity: 'tom' }))).to.equal('ValidationError')
      const plain = await shop.role('unsourced', trusting(alice.id))
      expect(await codeOf(assume(root, plain, { sourceIdentity: 'sue' }))).to.equal('AccessDenied')
    })

    it('are refused for a role that does not exist, and for requests that make no sense', async () => {
      const role = await shop.role('any', trusting(alice.id))
      const wrong: readonly (readonly [string, Partial<RoleRequest>])[] = [
        ['AccessDenied', { roleArn: `${role}s` }],
        ['AccessDenied', { roleArn: 'arn:aws:iam::nobody:role/any' }],
        ['ValidationError', { roleArn: 'any' }],
        ['ValidationError', { sessionName: 'a b' }],
        ['ValidationError', { sessionName: 'a' }],
        ['MalformedPolicyDocument', { policy: '{' }],
        ['NoSuchEntity', { policyArns: [`arn:aws:iam::${alice.id}:policy/none`] }],
      ]
      for (const [code, request] of wrong) expect(await codeOf(assume(root, role, request))).to.equal(code)
    })

    it('have room for policies and tags as long as the token stays small', async () => {
      const role = await shop.role('packed', trusting(alice.id))
      const policy = (length: number) =>
        documentOf({
          Resource: Array.from({ length }, (_, at) => `arn:aws:s3:::bucket-${String(at * 7919)}/*`),
        })
      expect((await assume(root, role, { policy: policy(10) })).packedPolicySize).to.be.within(1, 20)
      expect((await assume(root, role)).packedPolicySize).to.equal(undefined)
      expect(await codeOf(assume(root, role, { policy: policy(5000) }))).to.equal('PackedPolicyTooLarge')
    })

    it('may be limited by managed policies', async () => {
      const { core } = shop
      const document = documentOf({ Action: 's3:GetObject' })
      await core.iam.policies.create(alice.id, { name: 'readers', document })
      const role = await shop.role('limited', trusting(alice.id), [{}])
      const session = await enter(root, role, { policyArns: [`arn:aws:iam::${alice.id}:policy/readers`] })
      const may = (action: string) => core.policies.decideAction(session, { action, resource: '*' })
      expect([may('s3:GetObject'), may('s3:PutObject')]).to.deep.equal(['allow', 'deny'])
    })
  })

  describe('of a user', () => {
    it('are the user, whose keys may be anything', async () => {
      const fay = await shop.user('fay', [{ Action: 'iam:Get*' }])
      const { credentials } = await shop.core.sessions.getSessionToken(fay)
      const session = await shop.signIn(credentials)
      expect(session.principal).to.equal(fay.principal)
      expect(credentials.expiresAt - shop.now).to.equal(43_200_000)
      expect(await codeOf(shop.core.sessions.getSessionToken(session))).to.equal('AccessDenied')
    })

    it('end with the user', async () => {
      const gus = await shop.user('gus')
      const { credentials } = await shop.core.sessions.getSessionToken(gus)
      await shop.core.iam.accessKeys.delete(alice.id, { owner: 'gus', id: gus.accessKeyId })
      await shop.signIn(credentials)
      await shop.core.iam.users.delete(alice.id, 'gus')
      expect(await codeOf(shop.signIn(credentials))).to.equal('InvalidAccessKeyId')
    })

    it('keep within the policy of the access key that asked for them', async () => {
      const { core } = shop
      const policy = documentOf({ Action: ['s3:GetObject', 'sts:GetFederationToken'] })
      const key = await core.credentials.create({ project: 'alice', name: 'scoped', policy })
      const { caller } = await core.credentials.findSigner(key.id)
      const issued = [
        await core.sessions.getSessionToken(caller),
        await core.sessions.getFederationToken(caller, { name: 'guest', policy: documentOf({}) }),
      ]
      for (const { credentials } of issued) {
        const session = await shop.signIn(credentials)
        const may = (action: string) => core.policies.decideAction(session, { action, resource: '*' })
        expect([may('s3:GetObject'), may('s3:PutObject')]).to.deep.equal(['allow', 'deny'])
      }
    })
  })

  describe('of a federated user', () => {
    it('are within the rights of who asked for them and the policy given', async () => {
      const { core } = shop
      const hal = await shop.user('hal', [{ Action: ['s3:*', 'sts:GetFederationToken'] }])
      const ivy = await shop.user('ivy', [{ Action: 's3:*' }])
      const policy = documentOf({ Action: ['s3:GetObject', 'iam:GetUser'] })
      const request = { name: 'guest', policy }
      const { federatedUser, credentials } = await core.sessions.getFederationToken(hal, request)
      expect(federatedUser).to.deep.equal({
        arn: `arn:aws:sts::${alice.id}:federated-user/guest`,
        id: `${alice.id}:guest`,
      })
      const session = await shop.signIn(credentials)
      const may = (action: string) => core.policies.decideAction(session, { action, resource: '*' })
      expect([may('s3:GetObject'), may('s3:PutObject'), may('iam:GetUser')]).to.deep.equal([
        'allow',
        'deny',
        'deny',
      ])
      expect(await codeOf(core.sessions.getFederationToken(ivy, request))).to.equal('AccessDenied')
      const tags = [{ key: 'Team', value: 'blue' }]
      expect(await codeOf(core.sessions.getFederationToken(hal, { ...request, tags }))).to.equal(
        'AccessDenied',
      )
      const tagged = await core.sessions.getFederationToken(root, { ...request, tags })
      expect(fact(await shop.signIn(tagged.credentials), 'aws:principaltag/Team')).to.deep.equal(['blue'])
      expect(await codeOf(core.sessions.getFederationToken(session, request))).to.equal('AccessDenied')
      expect(await codeOf(core.sessions.getFederationToken(hal, { name: 'x' }))).to.equal('ValidationError')
    })
  })

  it('are refused with a token that is not theirs, and without one', async () => {
    const role = await shop.role('swapped', trusting(alice.id))
    const [one, other] = [(await assume(root, role)).credentials, (await assume(root, role)).credentials]
    const { findSigner } = shop.core.credentials
    expect(await codeOf(findSigner(one.accessKeyId, other.sessionToken))).to.equal('InvalidToken')
    expect(await codeOf(findSigner(one.accessKeyId, 'nonsense'))).to.equal('InvalidToken')
    expect(await codeOf(findSigner(one.accessKeyId))).to.equal('InvalidAccessKeyId')
    const key = await shop.core.credentials.create({ project: 'alice', name: 'long-lived' })
    expect(await codeOf(findSigner(key.id, one.sessionToken))).to.equal('InvalidToken')
  })

  it('tell whose they are before anything is signed', async () => {
    const { credentials } = await assume(root, await shop.role('unsigned', trusting(alice.id)))
    const { findProject } = shop.core.credentials
    expect(await findProject(credentials.accessKeyId, credentials.sessionToken)).to.include({ name: 'alice' })
    expect(await findProject(credentials.accessKeyId, 'nonsense')).to.equal(undefined)
    expect(await findProject(credentials.accessKeyId)).to.equal(undefined)
    const key = await shop.core.credentials.create({ project: 'bob', name: 'long-lived' })
    expect(await findProject(key.id)).to.include({ name: 'bob' })
  })

  it('end for a project that is suspended', async () => {
    const { core } = shop
    await core.projects.create({ name: 'carol' })
    const key = await core.credentials.create({ project: 'carol', name: 'root' })
    const { caller } = await core.credentials.findSigner(key.id)
    const { credentials } = await core.sessions.getSessionToken(caller)
    await shop.signIn(credentials)
    await core.projects.suspend('carol')
    expect(await codeOf(shop.signIn(credentials))).to.equal('AccountProblem')
  })

  it('cost nothing while they live, however many there are', async () => {
    const role = await shop.role('crowded', trusting(alice.id))
    const { metadata } = shop
    const transaction = metadata.transaction.bind(metadata)
    let writes = 0
    metadata.transaction = (work) => {
      writes++
      return transaction(work)
    }
    const live = async (count: number) => {
      for (let at = 0; at < count; at++) await enter(root, role)
      collect()
      return process.memoryUsage().heapUsed
    }
    const before = await live(2_000)
    const growth = (await live(10_000)) - before
    metadata.transaction = transaction
    expect(writes).to.equal(0)
    // A hundred bytes for each of them would be as much.
    expect(growth).to.be.below(1_000_000)
  }).timeout(60_000)
})
