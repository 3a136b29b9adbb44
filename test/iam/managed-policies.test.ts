import * as sdk from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { allow, trust } from './policies.ts'
import { refused } from './refused.ts'

describe('Managed policies over the wire', () => {
  let server: TestServer
  let iam: sdk.IAMClient
  before(async () => {
    server = await startServer()
    ;({ iam } = clientsOf(server))
  })
  after(() => server.close())

  async function create(PolicyName: string): Promise<string> {
    const PolicyDocument = allow('s3:GetObject')
    const { Policy } = await iam.send(
      new sdk.CreatePolicyCommand({ PolicyName, PolicyDocument, Path: '/p/' }),
    )
    return Policy?.Arn ?? ''
  }

  it('are made, shown and deleted', async () => {
    const PolicyArn = await create('shown')
    const { Policy } = await iam.send(new sdk.GetPolicyCommand({ PolicyArn }))
    expect(Policy).to.deep.include({
      PolicyName: 'shown',
      Path: '/p/',
      DefaultVersionId: 'v1',
      AttachmentCount: 0,
      IsAttachable: true,
    })
    await iam.send(new sdk.DeletePolicyCommand({ PolicyArn }))
    expect(await refused(iam.send(new sdk.GetPolicyCommand({ PolicyArn })))).to.equal('NoSuchEntity')
  })

  it('have versions', async () => {
    const PolicyArn = await create('versioned')
    const PolicyDocument = allow('s3:PutObject')
    const { PolicyVersion } = await iam.send(
      new sdk.CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }),
    )
    expect(PolicyVersion).to.include({ VersionId: 'v2', IsDefaultVersion: true })
    const { Versions } = await iam.send(new sdk.ListPolicyVersionsCommand({ PolicyArn }))
    expect(Versions?.map(({ VersionId }) => VersionId)).to.have.members(['v1', 'v2'])
    const shown = await iam.send(new sdk.GetPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }))
    expect(decodeURIComponent(shown.PolicyVersion?.Document ?? '')).to.equal(PolicyDocument)
    await iam.send(new sdk.SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }))
    await iam.send(new sdk.DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' }))
    const { Policy } = await iam.send(new sdk.GetPolicyCommand({ PolicyArn }))
    expect(Policy?.DefaultVersionId).to.equal('v1')
  })

  it('are listed by scope and use', async () => {
    const PolicyArn = await create('listed')
    const names = async (input: sdk.ListPoliciesCommandInput) =>
      (await iam.send(new sdk.ListPoliciesCommand(input))).Policies?.map(({ PolicyName }) => PolicyName)
    expect(await names({ Scope: 'AWS', MaxItems: 1000 }))
      .to.include('AmazonS3FullAccess')
      .and.not.include('listed')
    expect(await names({ Scope: 'Local' }))
      .to.include('listed')
      .and.not.include('AmazonS3FullAccess')
    await iam.send(new sdk.CreateUserCommand({ UserName: 'user' }))
    await iam.send(new sdk.AttachUserPolicyCommand({ UserName: 'user', PolicyArn }))
    expect(await names({ OnlyAttached: true })).to.deep.equal(['listed'])
    expect(await names({ PolicyUsageFilter: 'PermissionsBoundary' })).to.deep.equal([])
    const { Policy } = await iam.send(new sdk.GetPolicyCommand({ PolicyArn }))
    expect(Policy?.AttachmentCount).to.equal(1)
  })

  it('tell who has them', async () => {
    const PolicyArn = await create('held')
    await iam.send(new sdk.CreateGroupCommand({ GroupName: 'g' }))
    await iam.send(new sdk.AttachGroupPolicyCommand({ GroupName: 'g', PolicyArn }))
    await iam.send(
      new sdk.CreateRoleCommand({
        RoleName: 'r',
        AssumeRolePolicyDocument: trust({ AWS: '*' }),
        PermissionsBoundary: PolicyArn,
      }),
    )
    const holders = async (input: Partial<sdk.ListEntitiesForPolicyCommandInput>) => {
      const found = await iam.send(new sdk.ListEntitiesForPolicyCommand({ PolicyArn, ...input }))
      return {
        groups: found.PolicyGroups?.map(({ GroupName }) => GroupName),
        roles: found.PolicyRoles?.map(({ RoleName }) => RoleName),
      }
    }
    expect(await holders({})).to.deep.equal({ groups: ['g'], roles: ['r'] })
    expect(await holders({ EntityFilter: 'Role' })).to.deep.equal({ groups: [], roles: ['r'] })
    expect(await holders({ PolicyUsageFilter: 'PermissionsPolicy' })).to.deep.equal({
      groups: ['g'],
      roles: [],
    })
    expect(await refused(iam.send(new sdk.DeletePolicyCommand({ PolicyArn })))).to.equal('DeleteConflict')
  })

  it('of AWS are not to be changed', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
    expect(await refused(iam.send(new sdk.DeletePolicyCommand({ PolicyArn })))).to.equal('AccessDenied')
  })

  it('have tags', async () => {
    const PolicyArn = await create('tagged')
    await iam.send(new sdk.TagPolicyCommand({ PolicyArn, Tags: [{ Key: 'k', Value: 'v' }] }))
    const { Tags } = await iam.send(new sdk.ListPolicyTagsCommand({ PolicyArn }))
    expect(Tags).to.deep.equal([{ Key: 'k', Value: 'v' }])
    await iam.send(new sdk.UntagPolicyCommand({ PolicyArn, TagKeys: ['k'] }))
    expect((await iam.send(new sdk.ListPolicyTagsCommand({ PolicyArn }))).Tags).to.deep.equal([])
  })
})
