import * as sdk from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { trust } from './policies.ts'
import { refused } from './refused.ts'

describe('IAM roles over the wire', () => {
  let server: TestServer
  let iam: sdk.IAMClient
  before(async () => {
    server = await startServer()
    ;({ iam } = clientsOf(server))
  })
  after(() => server.close())

  const everybody = trust({ AWS: '*' })

  it('are made, shown, changed and deleted', async () => {
    const RoleName = 'reader'
    const { Role: made } = await iam.send(
      new sdk.CreateRoleCommand({
        RoleName,
        Path: '/app/',
        AssumeRolePolicyDocument: everybody,
        Description: 'reads',
        Tags: [{ Key: 'k', Value: 'v' }],
      }),
    )
    expect(made).to.include({ RoleName, Path: '/app/', Description: 'reads', MaxSessionDuration: 3600 })
    expect(made?.Arn).to.match(/:role\/app\/reader$/)
    const get = async () => (await iam.send(new sdk.GetRoleCommand({ RoleName }))).Role
    expect(await get()).to.deep.equal(made)
    await iam.send(new sdk.UpdateRoleCommand({ RoleName, MaxSessionDuration: 7200 }))
    expect(await get()).to.include({ MaxSessionDuration: 7200, Description: 'reads' })
    const { Role: described } = await iam.send(
      new sdk.UpdateRoleDescriptionCommand({ RoleName, Description: 'writes' }),
    )
    expect(described).to.include({ MaxSessionDuration: 7200, Description: 'writes' })
    await iam.send(new sdk.DeleteRoleCommand({ RoleName }))
    expect(await refused(get())).to.equal('NoSuchEntity')
  })

  it('give their trust policy encoded, as IAM does', async () => {
    const RoleName = 'trusting'
    const spaced = everybody.replace('{', '{ ')
    await iam.send(new sdk.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: spaced }))
    const { Role } = await iam.send(new sdk.GetRoleCommand({ RoleName }))
    expect(Role?.AssumeRolePolicyDocument)
      .to.match(/^%7B%20%22Version%22%3A/)
      .and.include('%2A')
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).to.equal(spaced)
    const PolicyDocument = trust({ AWS: '*' }, 'sts:TagSession')
    await iam.send(new sdk.UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }))
    const { Role: changed } = await iam.send(new sdk.GetRoleCommand({ RoleName }))
    expect(decodeURIComponent(changed?.AssumeRolePolicyDocument ?? '')).to.equal(PolicyDocument)
  })

  it('are refused with a policy that trusts nobody', async () => {
    const call = iam.send(new sdk.CreateRoleCommand({ RoleName: 'bad', AssumeRolePolicyDocument: '{}' }))
    expect(await refused(call)).to.equal('MalformedPolicyDocument')
  })

  it('are listed by path', async () => {
    for (const RoleName of ['r1', 'r2'])
      await iam.send(
        new sdk.CreateRoleCommand({ RoleName, Path: '/list/', AssumeRolePolicyDocument: everybody }),
      )
    const { Roles, IsTruncated } = await iam.send(new sdk.ListRolesCommand({ PathPrefix: '/list/' }))
    expect(Roles?.map((role) => role.RoleName)).to.deep.equal(['r1', 'r2'])
    expect(IsTruncated).to.equal(false)
  })

  it('have tags and a permissions boundary', async () => {
    const RoleName = 'tagged'
    const arn = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
    await iam.send(new sdk.CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: everybody }))
    await iam.send(new sdk.TagRoleCommand({ RoleName, Tags: [{ Key: 'k', Value: 'v' }] }))
    await iam.send(new sdk.PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: arn }))
    const { Tags } = await iam.send(new sdk.ListRoleTagsCommand({ RoleName }))
    expect(Tags).to.deep.equal([{ Key: 'k', Value: 'v' }])
    const { Role } = await iam.send(new sdk.GetRoleCommand({ RoleName }))
    expect(Role?.PermissionsBoundary?.PermissionsBoundaryArn).to.equal(arn)
    await iam.send(new sdk.UntagRoleCommand({ RoleName, TagKeys: ['k'] }))
    await iam.send(new sdk.DeleteRolePermissionsBoundaryCommand({ RoleName }))
    const { Role: bare } = await iam.send(new sdk.GetRoleCommand({ RoleName }))
    expect(bare).to.not.have.any.keys('Tags', 'PermissionsBoundary')
  })
})
