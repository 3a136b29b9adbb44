import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { arnOf } from '../../../src/core/iam/arn.ts'
import { allowing, openIamProject, trustingAll, type IamProject } from './iam-project.ts'

const trusting = (principal: unknown, action = 'sts:AssumeRole') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Principal: principal }],
  })

describe('Roles', () => {
  let project: IamProject
  let roles: IamProject['iam']['roles']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    roles = project.iam.roles
    id = project.projectId
  })
  afterEach(() => project.close())
  const create = (name: string, trustPolicy = trustingAll) => roles.create(id, { name, trustPolicy })

  it('have an id and an ARN as those of AWS, and sessions of an hour', async () => {
    const role = await roles.create(id, {
      name: 'Reader',
      path: '/x/',
      description: 'Reads.',
      trustPolicy: trustingAll,
    })
    expect(role.id).to.match(/^AROA[A-Z2-7]{17}$/)
    expect(arnOf(role)).to.equal(`arn:aws:iam::${id}:role/x/Reader`)
    expect(role).to.include({ description: 'Reads.', maxSessionSeconds: 3600, trustPolicy: trustingAll })
    expect(await roles.get(id, 'READER')).to.deep.equal(role)
    expect(await rejection(create('reader'))).to.include({ code: 'EntityAlreadyExists' })
  })

  it('are refused with names, texts and times that IAM does not take', async () => {
    const wanted = { name: 'a', trustPolicy: trustingAll }
    for (const wrong of [
      { name: 'a b' },
      { name: 'a'.repeat(65) },
      { path: 'x' },
      { description: 'a'.repeat(1001) },
      { maxSessionSeconds: 3599 },
      { maxSessionSeconds: 43_201 },
    ])
      expect(await rejection(roles.create(id, { ...wanted, ...wrong }))).to.include({
        code: 'ValidationError',
      })
  })

  it('are trusted by policies that name existing principals and no resources', async () => {
    for (const document of [
      'x',
      allowing('sts:AssumeRole'),
      trusting({ AWS: 'nobody' }),
      trusting({ AWS: 'arn:aws:iam::nobody:root' }),
    ])
      expect(await rejection(create('a', document))).to.include({ code: 'MalformedPolicyDocument' })
    const long = trusting({ AWS: Array.from({ length: 200 }, () => id) })
    expect(await rejection(create('a', long))).to.include({ code: 'LimitExceeded' })
    await create('a', trusting({ AWS: `arn:aws:iam::${id}:root` }))
    await create('b', trusting({ Federated: 'accounts.example.org' }, 'sts:AssumeRoleWithWebIdentity'))
  })

  it('change what is given, and their sessions go back to an hour unless told', async () => {
    await create('a')
    await roles.update(id, 'A', { description: 'Does.', maxSessionSeconds: 43_200 })
    expect(await roles.get(id, 'a')).to.include({ description: 'Does.', maxSessionSeconds: 43_200 })
    await roles.update(id, 'a', {})
    expect(await roles.get(id, 'a')).to.include({ description: 'Does.', maxSessionSeconds: 3600 })
    expect(await rejection(roles.update(id, 'x', {}))).to.include({ code: 'NoSuchEntity' })
  })

  it('change whom they trust', async () => {
    await create('a')
    const trustPolicy = trusting({ AWS: id })
    await roles.updateTrustPolicy(id, 'a', trustPolicy)
    expect(await roles.get(id, 'a')).to.include({ trustPolicy })
    expect(await rejection(roles.updateTrustPolicy(id, 'a', '{}'))).to.include({
      code: 'MalformedPolicyDocument',
    })
    expect(await rejection(roles.updateTrustPolicy(id, 'x', trustPolicy))).to.include({
      code: 'NoSuchEntity',
    })
  })

  it('go only without policies', async () => {
    await create('a')
    const role = { kind: 'role', name: 'a' } as const
    await project.iam.inlinePolicies.put(id, role, { name: 'List', document: allowing('s3:List*') })
    expect(await rejection(roles.delete(id, 'a'))).to.include({ code: 'DeleteConflict' })
    await project.iam.inlinePolicies.delete(id, role, 'List')
    await roles.delete(id, 'A')
    expect(await rejection(roles.delete(id, 'a'))).to.include({ code: 'NoSuchEntity' })
    expect((await roles.list(id)).items).to.deep.equal([])
  })
})
