import { CreateRoleCommand, GetUserCommand, PutRolePolicyCommand, type IAMClient } from '@aws-sdk/client-iam'
import { CreateBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import * as sdk from '@aws-sdk/client-sts'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { allow, trust } from './policies.ts'
import { newUser } from './principals.ts'
import { query, form } from './query-client.ts'
import { refused } from './refused.ts'

describe('STS over the wire', () => {
  let server: TestServer
  let iam: IAMClient
  let sts: sdk.STSClient
  let account: string
  before(async () => {
    server = await startServer()
    ;({ iam, sts } = clientsOf(server))
    account = (await sts.send(new sdk.GetCallerIdentityCommand({}))).Account ?? ''
  })
  after(() => server.close())

  const withKeys = (given: sdk.Credentials | undefined) =>
    clientsOf(server, {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
    })
  const whoIs = async (client: sdk.STSClient) => (await client.send(new sdk.GetCallerIdentityCommand({}))).Arn

  async function newRole(RoleName: string, rights: string) {
    const AssumeRolePolicyDocument = trust({ AWS: account }, ['sts:AssumeRole', 'sts:TagSession'])
    const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'rights', PolicyDocument: rights }))
    return Role?.Arn ?? ''
  }

  it('tells who signs', async () => {
    expect(await whoIs(sts)).to.equal(`arn:aws:iam::${account}:root`)
    const key = await newUser(iam, 'anna')
    expect(await whoIs(clientsOf(server, key).sts)).to.equal(`arn:aws:iam::${account}:user/anna`)
  })

  it('lends the rights of a role', async () => {
    const RoleArn = await newRole('lender', allow('s3:ListAllMyBuckets'))
    const key = await newUser(iam, 'borrower', allow('sts:AssumeRole', RoleArn))
    const answer = await clientsOf(server, key).sts.send(
      new sdk.AssumeRoleCommand({ RoleArn, RoleSessionName: 'one', DurationSeconds: 900 }),
    )
    expect(answer.AssumedRoleUser?.Arn).to.equal(`arn:aws:sts::${account}:assumed-role/lender/one`)
    expect(answer.AssumedRoleUser?.AssumedRoleId).to.match(/^AROA\w+:one$/)
    expect(answer.Credentials?.AccessKeyId).to.match(/^ASIA/)
    const lifetime = (answer.Credentials?.Expiration?.getTime() ?? 0) - Date.now()
    expect(lifetime).to.be.within(890_000, 900_000)
    const session = withKeys(answer.Credentials)
    expect(await whoIs(session.sts)).to.equal(answer.AssumedRoleUser?.Arn)
    expect((await session.s3.send(new ListBucketsCommand({}))).Buckets).to.deep.equal([])
    expect(await refused(session.s3.send(new CreateBucketCommand({ Bucket: 'denied' })))).to.equal(
      'AccessDenied',
    )
  })

  it('confines a session by the policy that comes with the request', async () => {
    const RoleArn = await newRole('confined', allow('s3:*'))
    const key = await newUser(iam, 'confiner', allow('sts:*'))
    const { Credentials, ...answer } = await clientsOf(server, key).sts.send(
      new sdk.AssumeRoleCommand({
        RoleArn,
        RoleSessionName: 'small',
        Policy: allow('s3:ListAllMyBuckets'),
        PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }],
        Tags: [{ Key: 'team', Value: 'red' }],
        TransitiveTagKeys: ['team'],
      }),
    )
    expect(answer).to.have.property('PackedPolicySize').which.is.above(0)
    const { s3 } = withKeys(Credentials)
    await s3.send(new ListBucketsCommand({}))
    expect(await refused(s3.send(new CreateBucketCommand({ Bucket: 'denied' })))).to.equal('AccessDenied')
  })

  it('lets a role look into IAM as its policies say', async () => {
    const RoleArn = await newRole('looker', allow('iam:GetUser'))
    const key = await newUser(iam, 'seen', allow('sts:AssumeRole'))
    const { Credentials } = await clientsOf(server, key).sts.send(
      new sdk.AssumeRoleCommand({ RoleArn, RoleSessionName: 'look' }),
    )
    const session = withKeys(Credentials)
    expect((await session.iam.send(new GetUserCommand({ UserName: 'seen' }))).User?.UserName).to.equal('seen')
    expect(await refused(session.iam.send(new GetUserCommand({})))).to.equal('ValidationError')
  })

  it('gives a user a session of its own', async () => {
    const key = await newUser(iam, 'sessions', allow('s3:ListAllMyBuckets'))
    const { Credentials } = await clientsOf(server, key).sts.send(new sdk.GetSessionTokenCommand({}))
    const session = withKeys(Credentials)
    expect(await whoIs(session.sts)).to.equal(`arn:aws:iam::${account}:user/sessions`)
    await session.s3.send(new ListBucketsCommand({}))
  })

  it('gives somebody else a session', async () => {
    const key = await newUser(iam, 'broker', allow(['s3:*', 'sts:GetFederationToken']))
    const { Credentials, FederatedUser } = await clientsOf(server, key).sts.send(
      new sdk.GetFederationTokenCommand({ Name: 'guest', Policy: allow('s3:ListAllMyBuckets') }),
    )
    expect(FederatedUser).to.deep.equal({
      Arn: `arn:aws:sts::${account}:federated-user/guest`,
      FederatedUserId: `${account}:guest`,
    })
    const { s3 } = withKeys(Credentials)
    await s3.send(new ListBucketsCommand({}))
    expect(await refused(s3.send(new CreateBucketCommand({ Bucket: 'denied' })))).to.equal('AccessDenied')
  })

  it('takes the request of a web identity without signature', async () => {
    const RoleArn = await newRole('web', allow('s3:*'))
    const parameters = {
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn,
      RoleSessionName: 'web',
      WebIdentityToken: 'no-token',
    }
    const answer = await query(server, form(parameters), { signed: false })
    expect(answer).to.include({ status: 400, code: 'InvalidIdentityToken' })
  })

  const refusals: Readonly<Record<string, () => Promise<unknown>>> = {
    AccessDenied: () => assume({ RoleArn: `arn:aws:iam::${account}:role/nobody` }),
    ValidationError: () => assume({ RoleArn: 'no-arn-of-a-role-at-all' }),
    MalformedPolicyDocument: async () =>
      assume({ RoleArn: await newRole('malformed', allow('s3:*')), Policy: '{' }),
  }
  for (const [code, call] of Object.entries(refusals))
    it(`refuses with ${code}`, async () => {
      expect(await refused(call())).to.equal(code)
    })

  it('knows no second factor', async () => {
    const call = sts.send(new sdk.GetSessionTokenCommand({ SerialNumber: 'arn:mfa', TokenCode: '123456' }))
    expect(await refused(call)).to.equal('AccessDenied')
  })

  it('knows no session token but its own', async () => {
    const key = { ...server.credentials, sessionToken: 'made-up' }
    expect(await refused(whoIs(clientsOf(server, key).sts))).to.equal('InvalidClientTokenId')
  })

  async function assume(input: Partial<sdk.AssumeRoleCommandInput>) {
    const key = await newUser(iam, `asker${String(Math.random()).slice(2)}`, allow('sts:AssumeRole'))
    return clientsOf(server, key).sts.send(
      new sdk.AssumeRoleCommand({ RoleArn: '', RoleSessionName: 'session', ...input }),
    )
  }
})
