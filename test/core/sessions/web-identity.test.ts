import { expect } from 'chai'
import { openIamCore, trustDocument, type IamCore } from './iam-core.ts'
import { alice } from '../projects.ts'
import { documentOf } from '../policy/people.ts'
import { rejection } from '../../contracts/rejection.ts'
import { S3Error } from '../../../src/core/errors.ts'
import type { WebRoleRequest } from '../../../src/core/sessions/assume-role-with-web-identity.ts'
import type { WebTokens } from '../../../src/core/sessions/web-tokens.ts'

/** Takes claims in JSON for a token of the first provider. */
const believing: WebTokens = {
  verify: (token, [provider]) => {
    if (!provider) return Promise.reject(new S3Error('InvalidIdentityToken'))
    return Promise.resolve({
      provider,
      subject: 'zoe',
      audience: 'app',
      claims: { sub: 'zoe', aud: 'app', ...(JSON.parse(token) as object) },
    })
  },
}

const issuer = 'login.example.org/Realms/one'
const providerArn = `arn:aws:iam::${alice.id}:oidc-provider/${issuer}`
const tagged = (principal_tags: object, transitive_tag_keys?: readonly string[]) => ({
  'https://aws.amazon.com/tags': { principal_tags, transitive_tag_keys },
})

describe('A session for whom an identity provider vouches', () => {
  let shop: IamCore
  let roles = 0
  before(async () => {
    shop = await openIamCore({ webTokens: believing })
    await shop.core.iam.oidcProviders.create(alice.id, { url: `https://${issuer}`, clientIds: ['app'] })
  })
  after(() => shop.close())

  const roleFor = async (statement: object, statements: readonly object[] = [{}]) => {
    const name = `role-${String(roles++)}`
    const trustPolicy = trustDocument({
      Principal: { Federated: providerArn },
      Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession', 'sts:SetSourceIdentity'],
      ...statement,
    })
    await shop.core.iam.roles.create(alice.id, { name, trustPolicy })
    const document = documentOf(...statements.map((each) => ({ ...each })))
    await shop.core.iam.inlinePolicies.put(alice.id, { kind: 'role', name }, { name: 'p', document })
    return `arn:aws:iam::${alice.id}:role/${name}`
  }
  const assume = (roleArn: string, claims: object = {}, more: Partial<WebRoleRequest> = {}) =>
    shop.core.sessions.assumeRoleWithWebIdentity({
      roleArn,
      sessionName: 'zoe-at-home',
      token: JSON.stringify(claims),
      ...more,
    })
  const may = async (work: Promise<unknown>) => {
    try {
      await work
      return true
    } catch (error) {
      if (error instanceof S3Error && error.code === 'AccessDenied') return false
      throw error
    }
  }

  it('tells whose it is', async () => {
    const role = await roleFor({})
    const issued = await assume(role)
    expect(issued).to.deep.include({ subject: 'zoe', audience: 'app', provider: providerArn })
    expect(issued.assumedRole.arn).to.match(/:assumed-role\/role-\d+\/zoe-at-home$/)
    expect(issued.credentials.expiresAt - shop.now).to.equal(3_600_000)
    const session = await shop.signIn(issued.credentials)
    expect(session.principal?.facts(`${issuer}:sub`)).to.deep.equal(['zoe'])
    expect(session.principal?.facts('aws:federatedprovider')).to.deep.equal([providerArn])
  })

  it('is for the provider that the trust policy names', async () => {
    expect(await may(assume(await roleFor({ Principal: { Federated: `${providerArn}/other` } })))).to.equal(
      false,
    )
    expect(await may(assume(await roleFor({ Principal: { AWS: alice.id } })))).to.equal(false)
    expect(await may(assume(await roleFor({ Action: 'sts:AssumeRole' })))).to.equal(false)
  })

  const conditions: readonly (readonly [object, object, boolean])[] = [
    [{ StringEquals: { [`${issuer}:sub`]: 'zoe' } }, {}, true],
    [{ StringEquals: { [`${issuer}:sub`]: 'zed' } }, {}, false],
    [{ StringEquals: { [`${issuer}:aud`]: 'app' } }, {}, true],
    [{ StringEquals: { [`${issuer}:app_id`]: 'app' } }, {}, true],
    [{ StringEquals: { [`${issuer}:azp`]: 'web' } }, { azp: 'web' }, true],
    [{ StringEquals: { [`${issuer}:azp`]: 'web' } }, {}, false],
    [{ 'ForAnyValue:StringLike': { [`${issuer}:amr`]: 'mfa*' } }, { amr: ['pwd', 'mfa-otp'] }, true],
    [{ StringEquals: { 'aws:RequestTag/Department': 'Lab' } }, tagged({ Department: ['Lab'] }), true],
    [{ StringEquals: { 'aws:RequestTag/Department': 'Lab' } }, tagged({ Department: ['Bar'] }), false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Department'] } }, tagged({ Department: 'Lab' }), true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Department'] } }, tagged({ Other: 'Lab' }), false],
    [
      { StringEquals: { 'sts:SourceIdentity': 'sue' } },
      { 'https://aws.amazon.com/source_identity': 'sue' },
      true,
    ],
  ]
  for (const [Condition, claims, expected] of conditions)
    it(`is ${expected ? 'given' : 'refused'} for ${JSON.stringify(Condition)} and ${JSON.stringify(claims)}`, async () => {
      expect(await may(assume(await roleFor({ Condition }), claims))).to.equal(expected)
    })

  it('carries the tags of its token, with all of their values', async () => {
    const role = await roleFor({}, [
      { Condition: { 'ForAnyValue:StringEquals': { 'aws:PrincipalTag/Department': 'Lab' } } },
    ])
    const allowed = async (claims: object) => {
      const session = await shop.signIn((await assume(role, claims)).credentials)
      return shop.core.policies.decideAction(session, { action: 's3:ListAllMyBuckets', resource: '*' })
    }
    expect(await allowed(tagged({ Department: ['Bar', 'Lab'] }))).to.equal('allow')
    expect(await allowed(tagged({ Department: ['Bar'] }))).to.equal('deny')
    expect(await allowed({})).to.equal('deny')
  })

  it('may not bring tags where the trust policy does not speak of them', async () => {
    const role = await roleFor({ Action: 'sts:AssumeRoleWithWebIdentity' })
    expect(await may(assume(role))).to.equal(true)
    expect(await may(assume(role, tagged({ Department: ['Lab'] })))).to.equal(false)
  })

  it('is refused for a role in a project without providers, or none at all', async () => {
    expect(await may(assume(`arn:aws:iam::${alice.id}:role/none`))).to.equal(false)
    const error = await rejection(assume('role', {}))
    expect(error).to.include({ code: 'ValidationError' })
  })
})
