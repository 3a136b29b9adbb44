import { expect } from 'chai'
import { trusting } from '../core/sessions/iam-core.ts'
import { alice } from '../core/projects.ts'
import { openSessionServer, type Ask, type SessionServer } from './session-client.ts'
import type { StatementText } from '../core/policy/people.ts'

describe('A request with temporary credentials', () => {
  let server: SessionServer
  let roles = 0
  beforeEach(async () => {
    server = await openSessionServer()
  })
  afterEach(() => server.close())
  const issue = async (statements: readonly StatementText[] = [{}]) => {
    const { shop } = server
    const roleArn = await shop.role(`role-${String(roles++)}`, trusting(alice.id), statements)
    const key = await shop.core.credentials.create({ project: alice.name, name: 'minting' })
    const { caller } = await shop.core.credentials.findSigner(key.id)
    return (await shop.core.sessions.assumeRole(caller, { roleArn, sessionName: 'visit' })).credentials
  }
  const refusal = async (ask: Ask) => {
    const { status, code } = await ask('GET', '')
    return [status, code]
  }

  it('is answered as S3 does when its token is wrong, foreign or old', async () => {
    const credentials = await issue()
    const other = await issue()
    expect((await server.as(credentials)('GET', '')).status).to.equal(200)
    const invalid = [400, 'InvalidToken']
    expect(await refusal(server.as({ ...credentials, sessionToken: 'nonsense' }))).to.deep.equal(invalid)
    expect(await refusal(server.as({ ...credentials, sessionToken: other.sessionToken }))).to.deep.equal(
      invalid,
    )
    const wrongSecret = { ...credentials, secretAccessKey: other.secretAccessKey }
    expect(await refusal(server.as(wrongSecret))).to.deep.equal([403, 'SignatureDoesNotMatch'])
    const { secretAccessKey, accessKeyId } = credentials
    const bare = { accessKeyId, secretAccessKey, expiresAt: 0 }
    expect(await refusal(server.as(bare as typeof credentials))).to.deep.equal([403, 'InvalidAccessKeyId'])
    server.shop.now -= 3_600_000
    const old = await issue()
    server.shop.now += 3_600_000
    expect(await refusal(server.as(old))).to.deep.equal([400, 'ExpiredToken'])
  })

  it('makes and lists the buckets of the project, as far as policies go', async () => {
    const maker = server.as(
      await issue([
        { Action: 's3:ListAllMyBuckets' },
        {
          Action: ['s3:CreateBucket', 's3:PutBucketAcl'],
          Resource: 'arn:aws:s3:::team-*',
          Condition: { StringEqualsIfExists: { 's3:LocationConstraint': 'eu-west-3' } },
        },
      ]),
    )
    const at = (region: string) =>
      `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`
    expect((await maker('PUT', 'team-a')).status).to.equal(200)
    expect((await maker('PUT', 'team-b', { body: at('eu-west-3') })).status).to.equal(200)
    expect((await maker('PUT', 'team-c', { body: at('eu-west-1') })).code).to.equal('AccessDenied')
    expect((await maker('PUT', 'others')).code).to.equal('AccessDenied')
    const headers = { 'x-amz-bucket-object-lock-enabled': 'true' }
    expect((await maker('PUT', 'team-d', { headers })).code).to.equal('AccessDenied')
    const listed = (await maker('GET', '')).text
    expect(listed).to.include('<Name>team-a</Name>').and.include('<Name>team-b</Name>')
    expect(listed).to.include(alice.canonicalId)
  })

  it('makes objects that belong to the project', async () => {
    await server.root('PUT', 'bucket')
    const writer = server.as(await issue([{ Action: 's3:PutObject' }]))
    expect((await writer('PUT', 'bucket/key', { body: 'x' })).status).to.equal(200)
    expect((await writer('GET', 'bucket/key')).code).to.equal('AccessDenied')
    expect((await server.root('GET', 'bucket/key')).text).to.equal('x')
    expect((await server.root('GET', 'bucket/key', { query: { acl: '' } })).text).to.include(
      alice.canonicalId,
    )
  })

  it('is no grantee of an ACL, but the id of a user is', async () => {
    await server.root('PUT', 'bucket')
    const { principal } = await server.shop.user('ann')
    const granting = async (id: string) =>
      server.root('PUT', 'bucket', { query: { acl: '' }, headers: { 'x-amz-grant-read': `id=${id}` } })
    expect((await granting(principal?.userId ?? '')).status).to.equal(200)
    const shown = (await server.root('GET', 'bucket', { query: { acl: '' } })).text
    expect(shown)
      .to.include(`<ID>${principal?.userId ?? ''}</ID>`)
      .and.include('<DisplayName>ann</DisplayName>')
    expect((await granting('AIDANOBODY')).code).to.equal('InvalidArgument')
  })

  it('may be named by a bucket policy, if there is such a role', async () => {
    await server.root('PUT', 'bucket')
    await server.root('PUT', 'bucket/key', { body: 'x' })
    const credentials = await issue([{ Action: 's3:ListAllMyBuckets' }])
    const policyFor = (AWS: string) => ({
      query: { policy: '' },
      body: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { AWS },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::bucket/*',
        },
      }),
    })
    const put = async (arn: string) => (await server.root('PUT', 'bucket', policyFor(arn))).code
    const role = `role-${String(roles - 1)}`
    expect(await put(`arn:aws:iam::${alice.id}:role/nobody`)).to.equal('MalformedPolicy')
    expect(await put(`arn:aws:iam::${alice.id}:user/nobody`)).to.equal('MalformedPolicy')
    expect(await put(`arn:aws:sts::${alice.id}:assumed-role/nobody/visit`)).to.equal('MalformedPolicy')
    expect((await server.as(credentials)('GET', 'bucket/key')).code).to.equal('AccessDenied')
    for (const arn of [
      `arn:aws:iam::${alice.id}:role/${role}`,
      `arn:aws:sts::${alice.id}:assumed-role/${role}/visit`,
    ]) {
      expect(await put(arn)).to.equal(undefined)
      expect((await server.as(credentials)('GET', 'bucket/key')).text).to.equal('x')
    }
  })
})
