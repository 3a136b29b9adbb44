import * as sdk from '@aws-sdk/client-iam'
import { GetSessionTokenCommand } from '@aws-sdk/client-sts'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { allow } from './policies.ts'
import { newUser } from './principals.ts'
import { refused } from './refused.ts'

describe('What IAM lets a user do', () => {
  let server: TestServer
  let root: sdk.IAMClient
  let account: string
  before(async () => {
    server = await startServer()
    ;({ iam: root } = clientsOf(server))
    const { User } = await root.send(new sdk.GetUserCommand({}))
    account = User?.UserId ?? ''
    await root.send(new sdk.CreateUserCommand({ UserName: 'target', Path: '/staff/' }))
    await root.send(new sdk.TagUserCommand({ UserName: 'target', Tags: [{ Key: 'team', Value: 'red' }] }))
  })
  after(() => server.close())

  let count = 0
  const userWith = async (policy?: string) => {
    count += 1
    return clientsOf(server, await newUser(root, `user${String(count)}`, policy)).iam
  }
  const getTarget = new sdk.GetUserCommand({ UserName: 'target' })

  it('is nothing without a policy', async () => {
    const iam = await userWith()
    const error: unknown = await iam.send(getTarget).catch((thrown: unknown) => thrown)
    expect(error).to.have.property(
      'message',
      `User: arn:aws:iam::${account}:user/user1 is not authorized to perform: iam:GetUser on resource: arn:aws:iam::${account}:user/staff/target`,
    )
  })

  it('is what a policy allows on the ARN with its path', async () => {
    const iam = await userWith(allow('iam:GetUser', `arn:aws:iam::${account}:user/staff/*`))
    expect((await iam.send(getTarget)).User?.UserName).to.equal('target')
    expect(await refused(iam.send(new sdk.GetUserCommand({ UserName: 'user1' })))).to.equal('AccessDenied')
    expect(await refused(iam.send(new sdk.ListUsersCommand({})))).to.equal('AccessDenied')
  })

  it('is told of what is not there only where it might look', async () => {
    const iam = await userWith(allow('iam:GetUser', `arn:aws:iam::${account}:user/staff/*`))
    expect(await refused(iam.send(new sdk.GetUserCommand({ UserName: 'nobody' })))).to.equal('AccessDenied')
    const all = await userWith(allow('iam:GetUser'))
    expect(await refused(all.send(new sdk.GetUserCommand({ UserName: 'nobody' })))).to.equal('NoSuchEntity')
  })

  it('is to make what is on the path that the request names', async () => {
    const iam = await userWith(allow('iam:CreateUser', `arn:aws:iam::${account}:user/new/*`))
    await iam.send(new sdk.CreateUserCommand({ UserName: 'made', Path: '/new/' }))
    expect(await refused(iam.send(new sdk.CreateUserCommand({ UserName: 'other' })))).to.equal('AccessDenied')
  })

  it('depends on tags of what is there, and of the request', async () => {
    const byTag = await userWith(
      allow('iam:GetUser', '*', { StringEquals: { 'aws:ResourceTag/team': 'red' } }),
    )
    expect((await byTag.send(getTarget)).User?.UserName).to.equal('target')
    expect(await refused(byTag.send(new sdk.GetUserCommand({ UserName: 'user1' })))).to.equal('AccessDenied')
    const tagging = await userWith(allow('iam:TagUser', '*', { StringEquals: { 'aws:RequestTag/a': '1' } }))
    const tag = (Value: string) =>
      tagging.send(new sdk.TagUserCommand({ UserName: 'target', Tags: [{ Key: 'a', Value }] }))
    expect(await refused(tag('2'))).to.equal('AccessDenied')
    await tag('1')
  })

  it('depends on the policy that is attached', async () => {
    const readOnly = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
    const iam = await userWith(
      allow('iam:AttachUserPolicy', '*', { ArnEquals: { 'iam:PolicyARN': readOnly } }),
    )
    const attach = (PolicyArn: string) =>
      iam.send(new sdk.AttachUserPolicyCommand({ UserName: 'target', PolicyArn }))
    await attach(readOnly)
    expect(await refused(attach('arn:aws:iam::aws:policy/AmazonS3FullAccess'))).to.equal('AccessDenied')
  })

  it('depends on where the request comes from', async () => {
    const elsewhere = { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }
    const iam = await userWith(allow('iam:GetUser', '*', elsewhere))
    expect(await refused(iam.send(getTarget))).to.equal('AccessDenied')
    const here = await userWith(allow('iam:GetUser', '*', { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }))
    expect((await here.send(getTarget)).User?.UserName).to.equal('target')
  })

  it('comes through a group', async () => {
    const GroupName = 'admins'
    await root.send(new sdk.CreateGroupCommand({ GroupName }))
    const PolicyDocument = allow('iam:ListUsers', `arn:aws:iam::${account}:user/*`)
    await root.send(new sdk.PutGroupPolicyCommand({ GroupName, PolicyName: 'p', PolicyDocument }))
    const iam = await userWith()
    expect(await refused(iam.send(new sdk.ListUsersCommand({})))).to.equal('AccessDenied')
    await root.send(new sdk.AddUserToGroupCommand({ GroupName, UserName: `user${String(count)}` }))
    expect((await iam.send(new sdk.ListUsersCommand({}))).Users).to.not.be.empty
  })

  it('is nothing at all with the keys of GetSessionToken', async () => {
    const { Credentials } = await clientsOf(server).sts.send(new GetSessionTokenCommand({}))
    const { iam } = clientsOf(server, {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    })
    expect(await refused(iam.send(getTarget))).to.equal('AccessDenied')
  })
})
