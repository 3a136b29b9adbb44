import * as sdk from '@aws-sdk/client-iam'
import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.ts'
import { clientsOf } from './clients.ts'
import { allow } from './policies.ts'
import { newUser } from './principals.ts'
import { refused } from './refused.ts'

describe('A simulation of policies, over the wire', () => {
  let server: TestServer
  let iam: sdk.IAMClient
  let anna: string
  before(async () => {
    server = await startServer()
    ;({ iam } = clientsOf(server))
    await newUser(iam, 'anna', allow('s3:GetObject', 'arn:aws:s3:::b/*'))
    anna = (await iam.send(new sdk.GetUserCommand({ UserName: 'anna' }))).User?.Arn ?? ''
  })
  after(() => server.close())

  const simulate = async (input: Omit<sdk.SimulatePrincipalPolicyCommandInput, 'PolicySourceArn'>) => {
    const command = new sdk.SimulatePrincipalPolicyCommand({ PolicySourceArn: anna, ...input })
    return (await iam.send(command)).EvaluationResults ?? []
  }

  it('tells of each action and resource what the policies say', async () => {
    const results = await simulate({
      ActionNames: ['s3:GetObject', 's3:PutObject'],
      ResourceArns: ['arn:aws:s3:::b/k', 'arn:aws:s3:::c/k'],
    })
    expect(
      results.map((result) => [result.EvalActionName, result.EvalResourceName, result.EvalDecision]),
    ).to.deep.equal([
      ['s3:GetObject', 'arn:aws:s3:::b/k', 'allowed'],
      ['s3:GetObject', 'arn:aws:s3:::c/k', 'implicitDeny'],
      ['s3:PutObject', 'arn:aws:s3:::b/k', 'implicitDeny'],
      ['s3:PutObject', 'arn:aws:s3:::c/k', 'implicitDeny'],
    ])
    expect(results[0]?.MatchedStatements).to.deep.equal([
      { SourcePolicyId: 'anna/rights', SourcePolicyType: 'user' },
    ])
  })

  it('tells of policies that nobody has, within a boundary that nobody has', async () => {
    const command = (PolicyInputList: string[], PermissionsBoundaryPolicyInputList?: string[]) =>
      new sdk.SimulateCustomPolicyCommand({
        PolicyInputList,
        PermissionsBoundaryPolicyInputList,
        ActionNames: ['s3:GetObject', 's3:PutObject'],
      })
    const own = await iam.send(command([allow('s3:GetObject')]))
    expect(own.EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).to.deep.equal([
      'allowed',
      'implicitDeny',
    ])
    expect(own.EvaluationResults?.[0]?.MatchedStatements).to.deep.equal([
      { SourcePolicyId: 'PolicyInputList.1', SourcePolicyType: 'none' },
    ])
    const confined = await iam.send(command([allow('s3:*')], [allow('s3:PutObject')]))
    expect(confined.EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).to.deep.equal([
      'implicitDeny',
      'allowed',
    ])
    expect(await refused(iam.send(command(['{'])))).to.equal('InvalidInput')
  })

  it('tells what denies, and of the boundary', async () => {
    const GroupName = 'denied'
    const PolicyDocument = allow('iam:*').replace('Allow', 'Deny')
    await iam.send(new sdk.CreateGroupCommand({ GroupName }))
    await iam.send(new sdk.PutGroupPolicyCommand({ GroupName, PolicyName: 'no', PolicyDocument }))
    await iam.send(new sdk.AddUserToGroupCommand({ GroupName, UserName: 'anna' }))
    const PermissionsBoundary = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
    await iam.send(new sdk.PutUserPermissionsBoundaryCommand({ UserName: 'anna', PermissionsBoundary }))
    const [result] = await simulate({ ActionNames: ['iam:GetUser'] })
    expect(result).to.deep.include({ EvalDecision: 'explicitDeny', EvalResourceName: '*' })
    expect(result?.MatchedStatements).to.deep.include({
      SourcePolicyId: 'denied/no',
      SourcePolicyType: 'group',
    })
    expect(result?.PermissionsBoundaryDecisionDetail).to.deep.equal({ AllowedByPermissionsBoundary: false })
  })

  it('takes what conditions ask for from the request', async () => {
    await newUser(iam, 'here', allow('s3:*', '*', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }))
    const PolicySourceArn = anna.replace(/anna$/, 'here')
    const from = async (address: string) => {
      const entry: sdk.ContextEntry = {
        ContextKeyName: 'aws:SourceIp',
        ContextKeyType: 'ip',
        ContextKeyValues: [address],
      }
      const input = { PolicySourceArn, ActionNames: ['s3:ListBucket'], ContextEntries: [entry] }
      const { EvaluationResults } = await iam.send(new sdk.SimulatePrincipalPolicyCommand(input))
      return EvaluationResults?.[0]?.EvalDecision
    }
    expect(await from('192.0.2.7')).to.equal('allowed')
    expect(await from('198.51.100.7')).to.equal('implicitDeny')
  })

  it('comes page by page', async () => {
    const input = { PolicySourceArn: anna, ActionNames: ['s3:A', 's3:B', 's3:C'] }
    const pages = sdk.paginateSimulatePrincipalPolicy({ client: iam, pageSize: 2 }, input)
    const names: (readonly (string | undefined)[])[] = []
    for await (const page of pages)
      names.push((page.EvaluationResults ?? []).map((each) => each.EvalActionName))
    expect(names).to.deep.equal([['s3:A', 's3:B'], ['s3:C']])
  })

  it('needs somebody who is there, and knows no other policies', async () => {
    const nobody = { PolicySourceArn: `${anna}x`, ActionNames: ['s3:A'] }
    expect(await refused(iam.send(new sdk.SimulatePrincipalPolicyCommand(nobody)))).to.equal('NoSuchEntity')
    const call = simulate({ ActionNames: ['s3:A'], PolicyInputList: [allow('*')] })
    expect(await refused(call)).to.equal('NotImplemented')
  })
})
