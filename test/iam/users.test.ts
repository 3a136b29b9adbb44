import * as sdk from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { refused } from './refused.ts'

describe('IAM users over the wire', () => {
  let server: TestServer
  let iam: sdk.IAMClient
  before(async () => {
    server = await startServer()
    ;({ iam } = clientsOf(server))
  })
  after(() => server.close())

  it('are made, shown, renamed and deleted', async () => {
    const tags = [{ Key: 'team', Value: 'a + b' }]
    const { User: made } = await iam.send(
      new sdk.CreateUserCommand({ UserName: 'anna', Path: '/staff/', Tags: tags }),
    )
    expect(made).to.include({ UserName: 'anna', Path: '/staff/' })
    expect(made?.Arn).to.match(/^arn:aws:iam::\w+:user\/staff\/anna$/)
    expect(made?.CreateDate).to.be.instanceOf(Date)
    const { User: shown } = await iam.send(new sdk.GetUserCommand({ UserName: 'ANNA' }))
    expect(shown).to.deep.equal(made)
    expect(shown?.Tags).to.deep.equal(tags)
    await iam.send(new sdk.UpdateUserCommand({ UserName: 'anna', NewUserName: 'anne', NewPath: '/' }))
    const { User: renamed } = await iam.send(new sdk.GetUserCommand({ UserName: 'anne' }))
    expect(renamed).to.include({ UserId: made?.UserId, Path: '/' })
    await iam.send(new sdk.DeleteUserCommand({ UserName: 'anne' }))
    expect(await refused(iam.send(new sdk.GetUserCommand({ UserName: 'anne' })))).to.equal('NoSuchEntity')
  })

  it('are listed by path, page by page', async () => {
    for (const name of ['b1', 'B2', 'b3'])
      await iam.send(new sdk.CreateUserCommand({ UserName: name, Path: '/pages/' }))
    const pages = sdk.paginateListUsers({ client: iam, pageSize: 2 }, { PathPrefix: '/pages/' })
    const sizes: (readonly (string | undefined)[])[] = []
    for await (const { Users = [] } of pages) sizes.push(Users.map((user) => user.UserName))
    expect(sizes).to.deep.equal([['b1', 'B2'], ['b3']])
  })

  it('are the root of the project where nobody is named', async () => {
    const { User } = await iam.send(new sdk.GetUserCommand({}))
    expect(User?.Arn).to.match(/^arn:aws:iam::\w+:root$/)
    expect(User?.UserId).to.equal(User?.Arn?.split(':')[4])
  })

  it('are there once', async () => {
    await iam.send(new sdk.CreateUserCommand({ UserName: 'once' }))
    expect(await refused(iam.send(new sdk.CreateUserCommand({ UserName: 'Once' })))).to.equal(
      'EntityAlreadyExists',
    )
  })

  it('have names as IAM takes them', async () => {
    expect(await refused(iam.send(new sdk.CreateUserCommand({ UserName: 'no spaces' })))).to.equal(
      'ValidationError',
    )
  })

  it('have tags', async () => {
    await iam.send(new sdk.CreateUserCommand({ UserName: 'tagged' }))
    const Tags = [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '' },
    ]
    await iam.send(new sdk.TagUserCommand({ UserName: 'tagged', Tags }))
    expect((await iam.send(new sdk.ListUserTagsCommand({ UserName: 'tagged' }))).Tags).to.deep.equal(Tags)
    await iam.send(new sdk.UntagUserCommand({ UserName: 'tagged', TagKeys: ['a'] }))
    const { Tags: left } = await iam.send(new sdk.ListUserTagsCommand({ UserName: 'tagged' }))
    expect(left).to.deep.equal([{ Key: 'b', Value: '' }])
  })

  it('have a permissions boundary', async () => {
    const arn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
    await iam.send(new sdk.CreateUserCommand({ UserName: 'confined', PermissionsBoundary: arn }))
    const boundary = async () =>
      (await iam.send(new sdk.GetUserCommand({ UserName: 'confined' }))).User?.PermissionsBoundary
    expect(await boundary()).to.deep.include({ PermissionsBoundaryArn: arn })
    await iam.send(new sdk.DeleteUserPermissionsBoundaryCommand({ UserName: 'confined' }))
    expect(await boundary()).to.equal(undefined)
    await iam.send(
      new sdk.PutUserPermissionsBoundaryCommand({ UserName: 'confined', PermissionsBoundary: arn }),
    )
    expect(await boundary()).to.deep.include({ PermissionsBoundaryArn: arn })
  })

  it('are members of groups', async () => {
    const UserName = 'member'
    const GroupName = 'club'
    await iam.send(new sdk.CreateUserCommand({ UserName }))
    const { Group } = await iam.send(new sdk.CreateGroupCommand({ GroupName, Path: '/clubs/' }))
    await iam.send(new sdk.AddUserToGroupCommand({ UserName, GroupName }))
    const { Groups } = await iam.send(new sdk.ListGroupsForUserCommand({ UserName }))
    expect(Groups).to.deep.equal([Group])
    const { Users } = await iam.send(new sdk.GetGroupCommand({ GroupName }))
    expect(Users?.map((user) => user.UserName)).to.deep.equal([UserName])
    expect(await refused(iam.send(new sdk.DeleteGroupCommand({ GroupName })))).to.equal('DeleteConflict')
    await iam.send(new sdk.UpdateGroupCommand({ GroupName, NewGroupName: 'guild' }))
    await iam.send(new sdk.RemoveUserFromGroupCommand({ UserName, GroupName: 'guild' }))
    const { Groups: left } = await iam.send(new sdk.ListGroupsCommand({ PathPrefix: '/clubs/' }))
    expect(left?.map((group) => group.GroupName)).to.deep.equal(['guild'])
    await iam.send(new sdk.DeleteGroupCommand({ GroupName: 'guild' }))
  })
})
