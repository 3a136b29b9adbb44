import * as sdk from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { trust } from './policies.ts'
import { refused } from './refused.ts'

describe('What nobody can have, over the wire', () => {
  let server: TestServer
  let iam: sdk.IAMClient
  before(async () => {
    server = await startServer()
    ;({ iam } = clientsOf(server))
    await iam.send(new sdk.CreateUserCommand({ UserName: 'user' }))
    const AssumeRolePolicyDocument = trust({ AWS: '*' })
    await iam.send(new sdk.CreateRoleCommand({ RoleName: 'role', AssumeRolePolicyDocument }))
  })
  after(() => server.close())

  it('is listed as empty: aliases of the account', async () => {
    expect((await iam.send(new sdk.ListAccountAliasesCommand({}))).AccountAliases).to.deep.equal([])
  })

  it('is listed as empty: second factors of a user who is there', async () => {
    const ask = (input: sdk.ListMFADevicesCommandInput) => iam.send(new sdk.ListMFADevicesCommand(input))
    expect((await ask({})).MFADevices).to.deep.equal([])
    expect((await ask({ UserName: 'user' })).MFADevices).to.deep.equal([])
    expect(await refused(ask({ UserName: 'nobody' }))).to.equal('NoSuchEntity')
  })

  it('is listed as empty: instance profiles of a role that is there', async () => {
    const ask = (RoleName: string) => iam.send(new sdk.ListInstanceProfilesForRoleCommand({ RoleName }))
    expect((await ask('role')).InstanceProfiles).to.deep.equal([])
    expect(await refused(ask('nothing'))).to.equal('NoSuchEntity')
  })
})
