import { expect } from 'chai'
import { iamChanges, iamReads } from '../../src/admin/contract/iam-actions.ts'
import { models } from '../../src/iam/model/generated.ts'
import { operations } from '../../src/iam/operations.ts'
import { createClient } from '../support/signed-request.ts'
import { openBrowser, type AdminBrowser } from '../support/admin-browser.ts'
import { rootKey, startServer, type TestServer } from '../support/server.ts'

const password = 'a long password'

describe('IAM by the admin API', () => {
  let server: TestServer
  let root: AdminBrowser
  beforeEach(async () => {
    server = await startServer()
    root = await openBrowser(server)
    await root.signIn(rootKey.accessKeyId, rootKey.secretAccessKey)
    await root.call('POST /projects', { name: 'shop' })
  })
  afterEach(() => server.close())

  const change = async (action: string, input: object, browser = root) => {
    const { status, body } = await browser.call(`POST /projects/shop/iam/${action}`, { input })
    return {
      status,
      output: body['output'] as Record<string, unknown>,
      code: body['code'],
      message: body['message'],
    }
  }
  const ask = async (action: string, input: object = {}, browser = root) => {
    const query = new URLSearchParams({ input: JSON.stringify(input) }).toString()
    const { status, body } = await browser.call(`GET /projects/shop/iam/${action}?${query}`)
    return {
      status,
      output: body['output'] as Record<string, unknown>,
      code: body['code'],
      message: body['message'],
    }
  }
  const signInAs = async (role: string) => {
    await root.call('POST /operators', { name: role, role, password, projects: ['shop'] })
    const browser = await openBrowser(server)
    await browser.signIn(role, password)
    return browser
  }

  it('has a call for each operation of IAM that there is, but those that have nothing to tell', () => {
    const there = Object.keys(models.iam.operations).filter((name) => name in operations)
    const empty = ['ListAccountAliases', 'ListInstanceProfilesForRole', 'ListMFADevices']
    expect([...iamReads, ...iamChanges, ...empty]).to.have.members(there)
  })

  it('makes a user whose key does what its policies allow', async () => {
    await root.call('POST /buckets', { project: 'shop', name: 'shop-files' })
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::shop-files' }],
    })
    const { output: made } = await change('CreatePolicy', { PolicyName: 'look', PolicyDocument })
    const { Arn } = made['Policy'] as { readonly Arn: string }
    await change('CreateUser', { UserName: 'anna', Tags: [{ Key: 'team', Value: 'web' }] })
    await change('AttachUserPolicy', { UserName: 'anna', PolicyArn: Arn })
    const { output } = await change('CreateAccessKey', { UserName: 'anna' })
    const key = output['AccessKey'] as { readonly AccessKeyId: string; readonly SecretAccessKey: string }
    const credentials = { accessKeyId: key.AccessKeyId, secretAccessKey: key.SecretAccessKey }
    const client = createClient({ url: server.url, credentials })
    expect((await client.send({ method: 'GET', path: 'shop-files' })).status).to.equal(200)
    expect((await client.send({ method: 'PUT', path: 'shop-files/a', body: 'x' })).status).to.equal(403)
    client.close()

    const { output: attached } = await ask('ListAttachedUserPolicies', { UserName: 'anna' })
    expect(attached['AttachedPolicies']).to.deep.equal([{ PolicyName: 'look', PolicyArn: Arn }])
    expect((await ask('GetUser', { UserName: 'anna' })).output['User']).to.deep.include({
      UserName: 'anna',
      Tags: [{ Key: 'team', Value: 'web' }],
    })
  })

  it('keeps groups, roles and identity providers', async () => {
    await change('CreateUser', { UserName: 'anna' })
    await change('CreateGroup', { GroupName: 'web' })
    await change('AddUserToGroup', { GroupName: 'web', UserName: 'anna' })
    const { output: group } = await ask('GetGroup', { GroupName: 'web' })
    expect((group['Users'] as { UserName: string }[]).map(({ UserName }) => UserName)).to.deep.equal(['anna'])

    const AssumeRolePolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
    })
    expect((await change('CreateRole', { RoleName: 'reader', AssumeRolePolicyDocument })).status).to.equal(
      200,
    )
    await change('CreateOpenIDConnectProvider', { Url: 'https://id.example.com', ClientIDList: ['web'] })
    expect((await ask('ListOpenIDConnectProviders')).output['OpenIDConnectProviderList']).to.have.length(1)
    expect((await change('DeleteRole', { RoleName: 'reader' })).output).to.deep.equal({})
    expect((await ask('ListRoles')).output['Roles']).to.deep.equal([])
  })

  it('refuses what IAM refuses, with its code', async () => {
    await change('CreateUser', { UserName: 'anna' })
    expect(await change('CreateUser', { UserName: 'anna' })).to.include({
      status: 409,
      code: 'EntityAlreadyExists',
    })
    expect(await ask('GetUser', { UserName: 'bob' })).to.include({ status: 404, code: 'NoSuchEntity' })
    expect(await change('CreateUser', { Name: 'bob' })).to.include({
      status: 400,
      code: 'ValidationError',
      message: '1 validation error detected: Name is not known.',
    })
    const malformed = { PolicyName: 'p', PolicyDocument: '{' }
    expect(await change('CreatePolicy', malformed)).to.include({
      status: 400,
      code: 'MalformedPolicyDocument',
    })
    const { status, body } = await root.call('GET /projects/shop/iam/ListUsers?input=nothing')
    expect({ status, code: body['code'] }).to.deep.equal({ status: 400, code: 'InvalidArgument' })
  })

  it('leaves the keys of the project itself to the calls that guard them', async () => {
    const refused = { status: 400, code: 'ValidationError' }
    expect(await change('CreateAccessKey', {})).to.include(refused)
    expect(await change('DeleteAccessKey', { AccessKeyId: 'A' })).to.include(refused)
    expect(await ask('ListAccessKeys')).to.include(refused)
  })

  it('lets viewers look and project admins change, and writes changes down', async () => {
    const viewer = await signInAs('viewer')
    const admin = await signInAs('project-admin')
    expect(await change('CreateUser', { UserName: 'anna' }, viewer)).to.include({ status: 403 })
    expect(await change('CreateUser', { UserName: 'anna' }, admin)).to.include({ status: 200 })
    expect(await ask('ListUsers', {}, viewer)).to.include({ status: 200 })
    expect((await viewer.call('GET /projects/default/iam/ListUsers')).status).to.equal(403)
    expect((await viewer.call('GET /projects/shop/iam/CreateUser')).status).to.equal(400)
    const { entries } = (await admin.call('GET /audit?project=shop')).body as {
      readonly entries: readonly Readonly<Record<string, unknown>>[]
    }
    expect(entries.find(({ outcome }) => outcome === 'done')).to.deep.include({
      actor: 'operator:project-admin',
      call: 'changeIam',
      subject: { project: 'shop', action: 'CreateUser', input: { UserName: 'anna' } },
    })
  })
})
