import { expect } from 'chai'
import { bob } from '../projects.ts'
import { allowing, openIamProject, trustingAll, type IamProject } from './iam-project.ts'

const fullAccess = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'

describe('The catalog, asked for users and roles', () => {
  let project: IamProject
  let iam: IamProject['iam']
  let catalog: IamProject['metadata']['catalog']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    ;({ iam, projectId: id } = project)
    catalog = project.metadata.catalog
  })
  afterEach(() => project.close())
  const ann = { kind: 'user', name: 'ann' } as const
  const staff = { kind: 'group', name: 'staff' } as const

  it('tells who they are', async () => {
    const user = await iam.users.create(id, { name: 'ann', path: '/x/', tags: [{ key: 'a', value: 'b' }] })
    const { id: roleId } = await iam.roles.create(id, { name: 'Reader', trustPolicy: trustingAll })
    expect(await catalog.findIdentity(user.id)).to.deep.include({
      kind: 'user',
      projectId: id,
      name: 'ann',
      path: '/x/',
      arn: `arn:aws:iam::${id}:user/x/ann`,
      tags: [{ key: 'a', value: 'b' }],
      policies: [],
      boundary: undefined,
      trustPolicy: undefined,
      sessionsNotBefore: 0,
    })
    const role = await catalog.findIdentity(roleId)
    expect(role).to.include({ kind: 'role', trustPolicy: trustingAll, maxSessionSeconds: 3600 })
    expect(await catalog.findRole(id, 'reader')).to.deep.equal(role)
    for (const absent of [
      catalog.findRole(id, 'ann'),
      catalog.findRole(bob.id, 'reader'),
      catalog.findIdentity('AIDA'),
    ])
      expect(await absent).to.equal(undefined)
  })

  it('gathers the policies of a user and of its groups', async () => {
    const { id: userId } = await iam.users.create(id, { name: 'ann' })
    await iam.groups.create(id, { name: 'staff' })
    await iam.groups.create(id, { name: 'others' })
    await iam.memberships.add(id, { group: 'staff', user: 'ann' })
    const own = await project.createPolicy('Own', 's3:GetObject')
    await iam.inlinePolicies.put(id, ann, { name: 'mine', document: allowing('s3:a') })
    await iam.inlinePolicies.put(id, staff, { name: 'ours', document: allowing('s3:b') })
    await iam.inlinePolicies.put(
      id,
      { kind: 'group', name: 'others' },
      { name: 'theirs', document: allowing('*') },
    )
    await iam.attachments.attach(id, ann, own)
    await iam.attachments.attach(id, staff, fullAccess)
    await iam.boundaries.put(id, ann, own)
    const identity = await catalog.findIdentity(userId)
    expect(identity?.policies.map(({ name }) => name)).to.have.members([
      'ann/mine',
      'staff/ours',
      fullAccess,
      own,
    ])
    expect(identity?.policies).to.deep.include({ name: own, document: allowing('s3:GetObject') })
    expect(identity?.boundary).to.deep.equal({ name: own, document: allowing('s3:GetObject') })
  })

  it('knows each change at once', async () => {
    const { id: userId } = await iam.users.create(id, { name: 'ann' })
    await iam.groups.create(id, { name: 'staff' })
    const own = await project.createPolicy('Own', 's3:a')
    const documents = async () =>
      (await catalog.findIdentity(userId))?.policies.map(({ document }) => document)
    expect(await documents()).to.deep.equal([])
    await iam.attachments.attach(id, staff, own)
    await iam.memberships.add(id, { group: 'staff', user: 'ann' })
    expect(await documents()).to.deep.equal([allowing('s3:a')])
    await iam.policyVersions.create(id, own, { document: allowing('s3:b') })
    expect(await documents()).to.deep.equal([allowing('s3:a')])
    await iam.policyVersions.setDefault(id, own, 'v2')
    expect(await documents()).to.deep.equal([allowing('s3:b')])
    await iam.memberships.remove(id, { group: 'staff', user: 'ann' })
    expect(await documents()).to.deep.equal([])
    await iam.users.update(id, 'ann', { newName: 'anna' })
    expect(await catalog.findIdentity(userId)).to.include({ name: 'anna' })
    await iam.users.delete(id, 'anna')
    expect(await catalog.findIdentity(userId)).to.equal(undefined)
    expect(await catalog.findRole(id, 'r')).to.equal(undefined)
    await iam.roles.create(id, { name: 'r', trustPolicy: trustingAll })
    expect(await catalog.findRole(id, 'r')).to.include({ name: 'r' })
  })

  it('tells since when sessions are valid', async () => {
    const { id: userId } = await iam.users.create(id, { name: 'ann' })
    project.setTime(5000)
    await iam.revokeSessions(id, ann)
    expect(await catalog.findIdentity(userId)).to.include({ sessionsNotBefore: 5000 })
  })

  it('forgets them with their project, and leaves those of others', async () => {
    const { id: userId } = await iam.users.create(id, { name: 'ann' })
    const { id: otherId } = await iam.users.create(bob.id, { name: 'ann' })
    await iam.attachments.attach(id, ann, fullAccess)
    await catalog.findIdentity(userId)
    await project.metadata.transaction((tx) => tx.deleteProject(id))
    expect(await catalog.findIdentity(userId)).to.equal(undefined)
    expect(await catalog.findIdentity(otherId)).to.include({ name: 'ann' })
    expect(await iam.policies.get(id, fullAccess)).to.deep.include({
      uses: { attachments: 0, boundaries: 0 },
    })
  })
})
