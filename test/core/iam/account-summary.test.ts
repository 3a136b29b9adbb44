import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { openIamProject, trustingAll, type IamProject } from './iam-project.ts'
import type { IamGroup } from '../../../src/core/iam/entities.ts'

describe('An account in IAM', () => {
  let project: IamProject
  let iam: IamProject['iam']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    ;({ iam, projectId: id } = project)
  })
  afterEach(() => project.close())

  it('sums up what it has, and its quotas', async () => {
    expect(await iam.getAccountSummary(id)).to.include({ Users: 0, Groups: 0, Policies: 0 })
    for (const name of ['ann', 'ben', 'cleo']) await iam.users.create(id, { name })
    await iam.groups.create(id, { name: 'staff' })
    await iam.roles.create(id, { name: 'reader', trustPolicy: trustingAll })
    await project.createPolicy('Own', 's3:*')
    await iam.oidcProviders.create(id, { url: 'https://example.org' })
    await iam.accessKeys.create(id, 'ann')
    expect(await iam.getAccountSummary(id)).to.include({
      AccessKeysPerUserQuota: 2,
      AccountAccessKeysPresent: 0,
      Groups: 1,
      GroupsQuota: 300,
      Policies: 1,
      Providers: 1,
      Roles: 1,
      Users: 3,
      UsersQuota: 5000,
      VersionsPerPolicyQuota: 5,
    })
    await iam.accessKeys.create(id, undefined)
    expect(await iam.getAccountSummary(id)).to.include({ AccountAccessKeysPresent: 1 })
  })

  it('has no more entities than its quota', async () => {
    const groupOf = (n: number): IamGroup => ({
      kind: 'group',
      id: `AGPA${String(n)}`,
      projectId: id,
      name: `g${String(n)}`,
      path: '/',
      createdAt: 0,
      inlinePolicies: [],
    })
    await project.metadata.transaction(async (tx) => {
      for (let n = 0; n < 299; n += 1) await tx.iam.create(groupOf(n))
    })
    await iam.groups.create(id, { name: 'last' })
    expect(await rejection(iam.groups.create(id, { name: 'more' }))).to.include({ code: 'LimitExceeded' })
  })
})
