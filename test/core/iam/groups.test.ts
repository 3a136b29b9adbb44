import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { arnOf } from '../../../src/core/iam/arn.ts'
import { allowing, openIamProject, type IamProject } from './iam-project.ts'

describe('Groups', () => {
  let project: IamProject
  let iam: IamProject['iam']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    ;({ iam, projectId: id } = project)
  })
  afterEach(() => project.close())
  const addUsers = async (group: string, names: readonly string[]) => {
    for (const user of names) {
      await iam.users.create(id, { name: user })
      await iam.memberships.add(id, { group, user })
    }
  }
  const groupNames = async (user: string) =>
    (await iam.memberships.listGroups(id, user)).items.map(({ name }) => name)

  it('have an id and an ARN as those of AWS, and a name once in any case', async () => {
    const group = await iam.groups.create(id, { name: 'Staff', path: '/a/' })
    expect(group.id).to.match(/^AGPA[A-Z2-7]{17}$/)
    expect(arnOf(group)).to.equal(`arn:aws:iam::${id}:group/a/Staff`)
    expect(await iam.groups.get(id, 'STAFF')).to.deep.equal(group)
    expect(await rejection(iam.groups.create(id, { name: 'staff' }))).to.include({
      code: 'EntityAlreadyExists',
    })
    // A user may be called like a group.
    await iam.users.create(id, { name: 'staff' })
    for (const name of ['', 'a b', 'a'.repeat(129)])
      expect(await rejection(iam.groups.create(id, { name }))).to.include({ code: 'ValidationError' })
  })

  it('are listed by name', async () => {
    for (const name of ['b', 'A', 'c']) await iam.groups.create(id, { name, path: `/${name}/` })
    const { items } = await iam.groups.list(id)
    expect(items.map(({ name }) => name)).to.deep.equal(['A', 'b', 'c'])
    expect((await iam.groups.list(id, { pathPrefix: '/c' })).items).to.have.length(1)
  })

  it('list their users, and users their groups, page by page', async () => {
    for (const name of ['staff', 'Admins']) await iam.groups.create(id, { name })
    await addUsers('staff', ['cleo', 'Ann', 'ben'])
    await iam.memberships.add(id, { group: 'admins', user: 'ann' })
    const first = await iam.memberships.listMembers(id, 'staff', { maxItems: 2 })
    expect(first.items.map(({ name }) => name)).to.deep.equal(['Ann', 'ben'])
    const second = await iam.memberships.listMembers(id, 'staff', { marker: first.marker })
    expect(second.items.map(({ name }) => name)).to.deep.equal(['cleo'])
    expect(second.marker).to.equal(undefined)
    expect(await groupNames('ann')).to.deep.equal(['Admins', 'staff'])
    expect(await groupNames('ben')).to.deep.equal(['staff'])
  })

  it('take a user once, and let go only members', async () => {
    await iam.groups.create(id, { name: 'staff' })
    await addUsers('staff', ['ann'])
    const ann = { group: 'staff', user: 'ann' }
    await iam.memberships.add(id, ann)
    expect(await groupNames('ann')).to.deep.equal(['staff'])
    await iam.memberships.remove(id, ann)
    expect(await groupNames('ann')).to.deep.equal([])
    expect(await rejection(iam.memberships.remove(id, ann))).to.include({ code: 'NoSuchEntity' })
    for (const wrong of [
      { group: 'staff', user: 'x' },
      { group: 'x', user: 'ann' },
    ])
      expect(await rejection(iam.memberships.add(id, wrong))).to.include({ code: 'NoSuchEntity' })
  })

  it('are ten at most for a user', async () => {
    await iam.users.create(id, { name: 'ann' })
    const add = async (n: number) => {
      await iam.groups.create(id, { name: `g${String(n)}` })
      await iam.memberships.add(id, { group: `g${String(n)}`, user: 'ann' })
    }
    for (let n = 0; n < 10; n += 1) await add(n)
    expect(await rejection(add(10))).to.include({ code: 'LimitExceeded' })
  })

  it('keep members and policies with another name and path', async () => {
    const { id: groupId } = await iam.groups.create(id, { name: 'staff' })
    await addUsers('staff', ['ann'])
    await iam.groups.update(id, 'staff', { newName: 'crew', newPath: '/x/' })
    expect(await rejection(iam.groups.get(id, 'staff'))).to.include({ code: 'NoSuchEntity' })
    expect(await iam.groups.get(id, 'crew')).to.include({ id: groupId, path: '/x/' })
    expect((await iam.memberships.listMembers(id, 'crew')).items).to.have.length(1)
    expect(await groupNames('ann')).to.deep.equal(['crew'])
  })

  it('go only without members and policies', async () => {
    await iam.groups.create(id, { name: 'staff' })
    await addUsers('staff', ['ann'])
    const staff = { kind: 'group', name: 'staff' } as const
    const refused = async () => {
      expect(await rejection(iam.groups.delete(id, 'staff'))).to.include({ code: 'DeleteConflict' })
    }
    await refused()
    await iam.memberships.remove(id, { group: 'staff', user: 'ann' })
    await iam.inlinePolicies.put(id, staff, { name: 'List', document: allowing('s3:List*') })
    await refused()
    await iam.inlinePolicies.delete(id, staff, 'List')
    await iam.attachments.attach(id, staff, 'arn:aws:iam::aws:policy/AmazonS3FullAccess')
    await refused()
    await iam.attachments.detach(id, staff, 'arn:aws:iam::aws:policy/AmazonS3FullAccess')
    await iam.groups.delete(id, 'STAFF')
    expect(await rejection(iam.groups.delete(id, 'staff'))).to.include({ code: 'NoSuchEntity' })
  })
})
