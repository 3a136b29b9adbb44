import * as sdk from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { allow } from './policies.ts'
import { newUser } from './principals.ts'

const readOnly = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'

describe('Who has which rights, over the wire', () => {
  let server: TestServer
  let iam: sdk.IAMClient
  before(async () => {
    server = await startServer()
    ;({ iam } = clientsOf(server))
    await newUser(iam, 'anna', allow('s3:GetObject'))
    await iam.send(new sdk.CreateGroupCommand({ GroupName: 'staff' }))
    await iam.send(new sdk.AddUserToGroupCommand({ GroupName: 'staff', UserName: 'anna' }))
    await iam.send(new sdk.AttachGroupPolicyCommand({ GroupName: 'staff', PolicyArn: readOnly }))
    await iam.send(new sdk.CreatePolicyCommand({ PolicyName: 'own', PolicyDocument: allow('s3:PutObject') }))
  })
  after(() => server.close())

  const details = (input: sdk.GetAccountAuthorizationDetailsCommandInput = {}) =>
    iam.send(new sdk.GetAccountAuthorizationDetailsCommand(input))

  it('tells of users with their groups and policies, and of policies with their documents', async () => {
    const { UserDetailList: [anna] = [], GroupDetailList: [staff] = [], ...rest } = await details()
    expect(anna).to.deep.include({ UserName: 'anna', GroupList: ['staff'] })
    expect(decodeURIComponent(anna?.UserPolicyList?.[0]?.PolicyDocument ?? '')).to.equal(
      allow('s3:GetObject'),
    )
    expect(staff?.AttachedManagedPolicies).to.deep.equal([
      { PolicyName: 'AmazonS3ReadOnlyAccess', PolicyArn: readOnly },
    ])
    expect(rest.Policies?.map(({ PolicyName }) => PolicyName)).to.deep.equal([
      'AmazonS3ReadOnlyAccess',
      'own',
    ])
    expect(rest.Policies?.[1]?.PolicyVersionList?.[0]).to.deep.include({
      VersionId: 'v1',
      IsDefaultVersion: true,
    })
  })

  it('tells only of what is asked for, page by page', async () => {
    const local = await details({ Filter: ['LocalManagedPolicy'] })
    expect(local.UserDetailList).to.deep.equal([])
    expect(local.Policies?.map(({ PolicyName }) => PolicyName)).to.deep.equal(['own'])
    const first = await details({ Filter: ['User', 'Group'], MaxItems: 1 })
    expect(first).to.deep.include({ IsTruncated: true })
    const second = await details({ Filter: ['User', 'Group'], Marker: first.Marker })
    expect([first.UserDetailList?.length, second.GroupDetailList?.length]).to.deep.equal([1, 1])
  })
})
