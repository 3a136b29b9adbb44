import * as sdk from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { allow, trust } from './policies.ts'
import { refused } from './refused.ts'

const PolicyName = 'inline'
const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
const PolicyDocument = allow('s3:ListBucket', 'arn:aws:s3:::a+b c')

/** The same for users, groups and roles, which differ in the names of the commands. */
const owners = {
  user: {
    make: new sdk.CreateUserCommand({ UserName: 'it' }),
    put: new sdk.PutUserPolicyCommand({ UserName: 'it', PolicyName, PolicyDocument }),
    get: new sdk.GetUserPolicyCommand({ UserName: 'it', PolicyName }),
    list: new sdk.ListUserPoliciesCommand({ UserName: 'it' }),
    remove: new sdk.DeleteUserPolicyCommand({ UserName: 'it', PolicyName }),
    attach: new sdk.AttachUserPolicyCommand({ UserName: 'it', PolicyArn }),
    attached: new sdk.ListAttachedUserPoliciesCommand({ UserName: 'it' }),
    detach: new sdk.DetachUserPolicyCommand({ UserName: 'it', PolicyArn }),
    nobody: new sdk.PutUserPolicyCommand({ UserName: 'nobody', PolicyName, PolicyDocument }),
    malformed: new sdk.PutUserPolicyCommand({ UserName: 'it', PolicyName, PolicyDocument: '{' }),
  },
  group: {
    make: new sdk.CreateGroupCommand({ GroupName: 'it' }),
    put: new sdk.PutGroupPolicyCommand({ GroupName: 'it', PolicyName, PolicyDocument }),
    get: new sdk.GetGroupPolicyCommand({ GroupName: 'it', PolicyName }),
    list: new sdk.ListGroupPoliciesCommand({ GroupName: 'it' }),
    remove: new sdk.DeleteGroupPolicyCommand({ GroupName: 'it', PolicyName }),
    attach: new sdk.AttachGroupPolicyCommand({ GroupName: 'it', PolicyArn }),
    attached: new sdk.ListAttachedGroupPoliciesCommand({ GroupName: 'it' }),
    detach: new sdk.DetachGroupPolicyCommand({ GroupName: 'it', PolicyArn }),
    nobody: new sdk.PutGroupPolicyCommand({ GroupName: 'nobody', PolicyName, PolicyDocument }),
    malformed: new sdk.PutGroupPolicyCommand({ GroupName: 'it', PolicyName, PolicyDocument: '{' }),
  },
  role: {
    make: new sdk.CreateRoleCommand({ RoleName: 'it', AssumeRolePolicyDocument: trust({ AWS: '*' }) }),
    put: new sdk.PutRolePolicyCommand({ RoleName: 'it', PolicyName, PolicyDocument }),
    get: new sdk.GetRolePolicyCommand({ RoleName: 'it', PolicyName }),
    list: new sdk.ListRolePoliciesCommand({ RoleName: 'it' }),
    remove: new sdk.DeleteRolePolicyCommand({ RoleName: 'it', PolicyName }),
    attach: new sdk.AttachRolePolicyCommand({ RoleName: 'it', PolicyArn }),
    attached: new sdk.ListAttachedRolePoliciesCommand({ RoleName: 'it' }),
    detach: new sdk.DetachRolePolicyCommand({ RoleName: 'it', PolicyArn }),
    nobody: new sdk.PutRolePolicyCommand({ RoleName: 'nobody', PolicyName, PolicyDocument }),
    malformed: new sdk.PutRolePolicyCommand({ RoleName: 'it', PolicyName, PolicyDocument: '{' }),
  },
}

for (const [kind, commands] of Object.entries(owners))
  describe(`The policies of a ${kind}, over the wire`, () => {
    let server: TestServer
    let iam: sdk.IAMClient
    before(async () => {
      server = await startServer()
      ;({ iam } = clientsOf(server))
      await iam.send(commands.make as sdk.CreateUserCommand)
    })
    after(() => server.close())

    it('are put, shown, listed and deleted', async () => {
      await iam.send(commands.put as sdk.PutUserPolicyCommand)
      const shown = await iam.send(commands.get as sdk.GetUserPolicyCommand)
      expect(decodeURIComponent(shown.PolicyDocument ?? '')).to.equal(PolicyDocument)
      const { PolicyNames } = await iam.send(commands.list as sdk.ListUserPoliciesCommand)
      expect(PolicyNames).to.deep.equal([PolicyName])
      await iam.send(commands.remove as sdk.DeleteUserPolicyCommand)
      expect(await refused(iam.send(commands.get as sdk.GetUserPolicyCommand))).to.equal('NoSuchEntity')
    })

    it('are attached, listed and detached', async () => {
      await iam.send(commands.attach as sdk.AttachUserPolicyCommand)
      const { AttachedPolicies } = await iam.send(commands.attached as sdk.ListAttachedUserPoliciesCommand)
      expect(AttachedPolicies).to.deep.equal([{ PolicyName: 'AmazonS3ReadOnlyAccess', PolicyArn }])
      await iam.send(commands.detach as sdk.DetachUserPolicyCommand)
      expect(await refused(iam.send(commands.detach as sdk.DetachUserPolicyCommand))).to.equal('NoSuchEntity')
    })

    it('need somebody who is there, and a document that can be read', async () => {
      expect(await refused(iam.send(commands.nobody as sdk.PutUserPolicyCommand))).to.equal('NoSuchEntity')
      expect(await refused(iam.send(commands.malformed as sdk.PutUserPolicyCommand))).to.equal(
        'MalformedPolicyDocument',
      )
    })
  })
