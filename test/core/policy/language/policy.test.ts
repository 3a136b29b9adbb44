import { expect } from 'chai'
import { S3Error } from '../../../../src/core/errors.ts'
import { evaluate, type PolicyQuestion } from '../../../../src/core/policy/language/evaluate.ts'
import { parsePolicy } from '../../../../src/core/policy/language/policy.ts'
import type { PolicyKind } from '../../../../src/core/policy/language/statement.ts'

const ofResource: PolicyKind = { hasPrincipals: true, hasResources: true }
const ofIdentity: PolicyKind = { hasPrincipals: false, hasResources: true }
const ofTrust: PolicyKind = { hasPrincipals: true, hasResources: false }

const statement = {
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::b/*',
}
const policyOf = (...statements: readonly object[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((changes) => ({ ...statement, ...changes })),
  })
const user = {
  kind: 'aws',
  accountId: '111122223333',
  canonicalId: 'c'.repeat(64),
  arns: ['arn:aws:iam::111122223333:user/ann'],
} as const
const ask = (policy: string, question: Partial<PolicyQuestion> = {}, kind = ofResource) =>
  evaluate(parsePolicy(policy, kind), {
    requester: user,
    action: 's3:getobject',
    resource: 'arn:aws:s3:::b/k',
    valuesOf: () => undefined,
    ...question,
  })

describe('A policy', () => {
  it('allows what a statement allows, and has no say on the rest', () => {
    expect(ask(policyOf({}))).to.equal('allow')
    expect(ask(policyOf({}), { action: 's3:putobject' })).to.equal(undefined)
    expect(ask(policyOf({}), { resource: 'arn:aws:s3:::c/k' })).to.equal(undefined)
  })

  it('denies what a statement denies, wherever it stands', () => {
    const deny = { Effect: 'Deny', Action: 's3:Get*' }
    expect(ask(policyOf({}, deny))).to.equal('deny')
    expect(ask(policyOf(deny, {}))).to.equal('deny')
  })

  it('may hold one statement without a list', () => {
    expect(ask(JSON.stringify({ Version: '2012-10-17', Id: 'one', Statement: statement }))).to.equal('allow')
  })

  it('names actions in any case, with wildcards', () => {
    for (const Action of ['*', 'S3:getobject', 's3:Get*', 's3:?etObject', ['s3:PutObject', 's3:GetObject']])
      expect(ask(policyOf({ Action })), String(Action)).to.equal('allow')
  })

  it('turns actions, resources and principals round', () => {
    const without = (name: string) => ({ [name]: undefined })
    const notAction = { ...without('Action'), NotAction: 's3:Delete*' }
    expect(ask(policyOf(notAction))).to.equal('allow')
    expect(ask(policyOf(notAction), { action: 's3:deleteobject' })).to.equal(undefined)
    const notResource = { ...without('Resource'), NotResource: 'arn:aws:s3:::b/private/*' }
    expect(ask(policyOf(notResource))).to.equal('allow')
    expect(ask(policyOf(notResource), { resource: 'arn:aws:s3:::b/private/k' })).to.equal(undefined)
  })

  it('excepts users by their own names, and by their account its root alone', () => {
    const root = { ...user, arns: ['arn:aws:iam::111122223333:root'] }
    const deny = (AWS: string) => policyOf({ Principal: undefined, Effect: 'Deny', NotPrincipal: { AWS } })
    expect(ask(deny('111122223333'), { requester: root })).to.equal(undefined)
    expect(ask(deny('111122223333'))).to.equal('deny')
    expect(ask(deny('arn:aws:iam::111122223333:user/ann'))).to.equal(undefined)
    expect(ask(deny('111122223333'), { requester: { kind: 'anonymous' } })).to.equal('deny')
  })

  const principals: readonly (readonly [unknown, isMeant: boolean])[] = [
    ['*', true],
    [{ AWS: '*' }, true],
    [{ AWS: '111122223333' }, true],
    [{ AWS: 'arn:aws:iam::111122223333:root' }, true],
    [{ AWS: ['444455556666', 'arn:aws:iam::111122223333:user/ann'] }, true],
    [{ CanonicalUser: 'c'.repeat(64) }, true],
    [{ AWS: 'arn:aws:iam::111122223333:user/bob' }, false],
    [{ AWS: '444455556666' }, false],
    [{ Service: 'logging.s3.amazonaws.com' }, false],
    [{ Federated: 'cognito-identity.amazonaws.com' }, false],
  ]
  for (const [Principal, isMeant] of principals) {
    it(`${isMeant ? 'means' : 'does not mean'} a user by ${JSON.stringify(Principal)}`, () => {
      expect(ask(policyOf({ Principal }))).to.equal(isMeant ? 'allow' : undefined)
    })
  }

  it('means services and identity providers by their names', () => {
    const requester = { kind: 'service', name: 'logging.s3.amazonaws.com' } as const
    expect(ask(policyOf({ Principal: { Service: requester.name } }), { requester })).to.equal('allow')
    expect(ask(policyOf({ Principal: { AWS: '111122223333' } }), { requester })).to.equal(undefined)
    const federated = { kind: 'federated', provider: 'id.example.org' } as const
    const Principal = { Federated: 'id.example.org' }
    expect(ask(policyOf({ Principal }), { requester: federated })).to.equal('allow')
  })

  it('means nobody who is anonymous but by *', () => {
    const requester = { kind: 'anonymous' } as const
    expect(ask(policyOf({}), { requester })).to.equal('allow')
    expect(ask(policyOf({ Principal: { AWS: '111122223333' } }), { requester })).to.equal(undefined)
  })

  it('asks for its conditions', () => {
    const policy = policyOf({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })
    expect(ask(policy)).to.equal(undefined)
    expect(ask(policy, { valuesOf: () => ['true'] })).to.equal('allow')
  })

  it('knows variables since 2012 only', () => {
    const Resource = 'arn:aws:s3:::b/${aws:username}/*'
    const question = {
      resource: 'arn:aws:s3:::b/ann/k',
      valuesOf: (key: string) => (key === 'aws:username' ? ['ann'] : undefined),
    }
    expect(ask(policyOf({ Resource }), question)).to.equal('allow')
    expect(ask(policyOf({ Resource }).replace('2012-10-17', '2008-10-17'), question)).to.equal(undefined)
    expect(ask(policyOf({ Resource }))).to.equal(undefined)
  })

  it('tells which keys it asks for', () => {
    const policy = policyOf({
      Resource: 'arn:aws:s3:::b/${aws:username}',
      Condition: { StringEquals: { 's3:ExistingObjectTag/Team': '${aws:PrincipalTag/Team}' } },
    })
    expect([...parsePolicy(policy, ofResource).keys]).to.have.members([
      'aws:username',
      's3:existingobjecttag/Team',
      'aws:principaltag/Team',
    ])
  })

  it('of an identity has no principals, of trust no resources', () => {
    const identity = policyOf({ Principal: undefined })
    expect(ask(identity, {}, ofIdentity)).to.equal('allow')
    const trust = policyOf({ Resource: undefined, Action: 'sts:AssumeRole' })
    expect(ask(trust, { action: 'sts:assumerole' }, ofTrust)).to.equal('allow')
    expect(() => parsePolicy(policyOf({}), ofIdentity)).to.throw('Unsupported field Principal')
    expect(() => parsePolicy(policyOf({}), ofTrust)).to.throw('Unsupported field Resource')
  })

  const broken: readonly (readonly [text: string, message: string, place: string])[] = [
    ['', 'Policies must be valid JSON', 'Policy'],
    ['[]', 'Policies must be valid JSON', 'Policy'],
    ['{"a"', 'Policies must be valid JSON', 'Policy'],
    ['{"Version":"2012-10-17"}', 'Missing required field Statement', 'Statement'],
    ['{"Statement":[]}', 'Statement is empty', 'Statement'],
    ['{"Version":"2013-01-01","Statement":[]}', 'valid version', 'Version'],
    ['{"Extra":1,"Statement":[]}', 'Unknown field Extra', 'Extra'],
    ['{"Statement":["a"]}', 'Invalid policy syntax', 'Statement[0]'],
    [policyOf({}, { Extra: 1 }), 'Unknown field Extra', 'Statement[1]'],
    [policyOf({ Effect: undefined }), 'Missing required field Effect', 'Statement[0]'],
    [policyOf({ Effect: 'allow' }), 'Invalid effect', 'Statement[0].Effect'],
    [policyOf({ Sid: 1 }), 'Invalid policy syntax', 'Statement[0].Sid'],
    [policyOf({ Action: undefined }), 'Missing required field Action', 'Statement[0]'],
    [policyOf({ Action: 'GetObject' }), 'Policy has invalid action', 'Statement[0].Action: GetObject'],
    [policyOf({ Action: [] }), 'Invalid policy syntax', 'Statement[0].Action'],
    [policyOf({ NotAction: 's3:*' }), 'either Action or NotAction', 'Statement[0]'],
    [policyOf({ Resource: undefined }), 'Missing required field Resource', 'Statement[0]'],
    [policyOf({ Resource: 'b/*' }), 'Policy has invalid resource', 'Statement[0].Resource: b/*'],
    [policyOf({ Principal: undefined }), 'Missing required field Principal', 'Statement[0]'],
    [policyOf({ Principal: 'ann' }), 'Invalid principal', 'Statement[0].Principal'],
    [policyOf({ Principal: {} }), 'Invalid principal', 'Statement[0].Principal'],
    [policyOf({ Principal: { Group: 'a' } }), 'Invalid principal', 'Statement[0].Principal.Group'],
    [
      policyOf({ Principal: { AWS: 'arn:aws:iam::1:user/*' } }),
      'Invalid principal',
      'Statement[0].Principal: "AWS" : "arn:aws:iam::1:user/*"',
    ],
    [
      policyOf({ Principal: undefined, NotPrincipal: { AWS: '1' } }),
      'Allow with NotPrincipal',
      'Statement[0].NotPrincipal',
    ],
    [policyOf({ Condition: { Equals: {} } }), 'Invalid Condition type', 'Statement[0].Condition.Equals'],
  ]
  for (const [text, message, place] of broken) {
    it(`is refused for: ${message}, at ${place}`, () => {
      expect(() => parsePolicy(text, ofResource))
        .to.throw(S3Error, message)
        .that.deep.includes({ code: 'MalformedPolicy', detail: { Detail: place } })
    })
  }
})
