import * as sdk from '@aws-sdk/client-iam'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { allow } from './policies.ts'
import { newUser } from './principals.ts'
import { refused } from './refused.ts'

describe('Access keys over the wire', () => {
  let server: TestServer
  let iam: sdk.IAMClient
  before(async () => {
    server = await startServer()
    ;({ iam } = clientsOf(server))
  })
  after(() => server.close())

  it('sign for their user', async () => {
    const key = await newUser(iam, 'signer')
    const { Arn } = await clientsOf(server, key).sts.send(new GetCallerIdentityCommand({}))
    expect(Arn).to.match(/:user\/signer$/)
  })

  it('are listed, disabled and deleted', async () => {
    const UserName = 'owner'
    const { accessKeyId: AccessKeyId, ...secret } = await newUser(iam, UserName)
    const listed = async () =>
      (await iam.send(new sdk.ListAccessKeysCommand({ UserName }))).AccessKeyMetadata ?? []
    expect(await listed()).to.have.length(1)
    expect((await listed())[0]).to.include({ UserName, AccessKeyId, Status: 'Active' })
    await iam.send(new sdk.UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }))
    expect((await listed())[0]).to.include({ Status: 'Inactive' })
    const { sts } = clientsOf(server, { accessKeyId: AccessKeyId, ...secret })
    expect(await refused(sts.send(new GetCallerIdentityCommand({})))).to.equal('InvalidClientTokenId')
    await iam.send(new sdk.DeleteAccessKeyCommand({ UserName, AccessKeyId }))
    expect(await listed()).to.deep.equal([])
  })

  it('are two at most', async () => {
    const UserName = 'many'
    await newUser(iam, UserName)
    await iam.send(new sdk.CreateAccessKeyCommand({ UserName }))
    expect(await refused(iam.send(new sdk.CreateAccessKeyCommand({ UserName })))).to.equal('LimitExceeded')
  })

  it('are of the root where nobody is named, or of the user who asks', async () => {
    const { AccessKey } = await iam.send(new sdk.CreateAccessKeyCommand({}))
    expect(AccessKey?.UserName).to.equal(undefined)
    const { AccessKeyMetadata } = await iam.send(new sdk.ListAccessKeysCommand({}))
    expect(AccessKeyMetadata?.map((key) => key.AccessKeyId)).to.include(AccessKey?.AccessKeyId)
    const own = await newUser(iam, 'self', allow('iam:*AccessKey*', 'arn:aws:iam::*:user/${aws:username}'))
    const asUser = clientsOf(server, own).iam
    const { AccessKey: second } = await asUser.send(new sdk.CreateAccessKeyCommand({}))
    expect(second?.UserName).to.equal('self')
    const call = asUser.send(new sdk.CreateAccessKeyCommand({ UserName: 'many' }))
    expect(await refused(call)).to.equal('AccessDenied')
  })

  it('tell when they were last used, and for what', async () => {
    const key = await newUser(iam, 'used')
    const ask = () => iam.send(new sdk.GetAccessKeyLastUsedCommand({ AccessKeyId: key.accessKeyId }))
    const before = await ask()
    expect(before.UserName).to.equal('used')
    expect(before.AccessKeyLastUsed).to.deep.equal({ ServiceName: 'N/A', Region: 'N/A' })
  })

  it('of other projects are not known', async () => {
    const call = iam.send(new sdk.GetAccessKeyLastUsedCommand({ AccessKeyId: 'AKIAUNKNOWNUNKNOWN00' }))
    expect(await refused(call)).to.equal('NoSuchEntity')
  })
})
