import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { bob } from '../projects.ts'
import { arnOf } from '../../../src/core/iam/arn.ts'
import { allowing, openIamProject, type IamProject } from './iam-project.ts'

describe('Users', () => {
  let project: IamProject
  let users: IamProject['iam']['users']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    users = project.iam.users
    id = project.projectId
  })
  afterEach(() => project.close())
  const names = async (pathPrefix?: string) =>
    (await users.list(id, { pathPrefix })).items.map(({ name }) => name)

  it('have an id and an ARN as those of AWS', async () => {
    const user = await users.create(id, { name: 'Ann', path: '/staff/', tags: [{ key: 'a', value: 'b' }] })
    expect(user.id).to.match(/^AIDA[A-Z2-7]{17}$/)
    expect(arnOf(user)).to.equal(`arn:aws:iam::${id}:user/staff/Ann`)
    expect(await users.get(id, 'Ann')).to.deep.equal(user)
    expect(user).to.deep.include({
      createdAt: 1000,
      tags: [{ key: 'a', value: 'b' }],
      boundaryArn: undefined,
    })
  })

  it('are found without regard to case, and only in their project', async () => {
    await users.create(id, { name: 'Ann' })
    expect(await users.get(id, 'aNN')).to.include({ name: 'Ann', path: '/' })
    expect(await rejection(users.create(id, { name: 'ann' }))).to.include({ code: 'EntityAlreadyExists' })
    expect(await rejection(users.get(bob.id, 'Ann'))).to.include({ code: 'NoSuchEntity' })
    await users.create(bob.id, { name: 'ann' })
    await users.delete(id, 'ANN')
    expect(await rejection(users.get(id, 'Ann'))).to.include({ code: 'NoSuchEntity' })
    expect(await users.get(bob.id, 'ann')).to.include({ name: 'ann' })
  })

  it('get names and paths that IAM takes', async () => {
    for (const name of ['', 'a b', 'a/b', 'a'.repeat(65)])
      expect(await rejection(users.create(id, { name }))).to.include({ code: 'ValidationError' })
    for (const path of ['', 'a/', '/a', '/ä/', '/a b/', `/${'a'.repeat(511)}/`])
      expect(await rejection(users.create(id, { name: 'a', path }))).to.include({
        code: 'ValidationError',
      })
    await users.create(id, { name: 'a+b=c,d.e@f-g_h', path: '/a/!/' })
  })

  it('are listed by name in any case, below a path, page by page', async () => {
    for (const [name, path] of [
      ['Ad', '/x/'],
      ['ac', '/x/a/'],
      ['Ab', '/x/ab/'],
      ['aa', '/'],
    ] as const)
      await users.create(id, { name, path })
    await users.create(bob.id, { name: 'ae' })
    expect(await names()).to.deep.equal(['aa', 'Ab', 'ac', 'Ad'])
    expect(await names('/x/')).to.deep.equal(['Ab', 'ac', 'Ad'])
    expect(await names('/x/a')).to.deep.equal(['Ab', 'ac'])
    expect(await names('/y/')).to.deep.equal([])
    const found: string[] = []
    let marker: string | undefined
    do {
      const page = await users.list(id, { maxItems: 1, marker })
      expect(page.items).to.have.length(1)
      found.push(...page.items.map(({ name }) => name))
      marker = page.marker
    } while (marker !== undefined)
    expect(found).to.deep.equal(['aa', 'Ab', 'ac', 'Ad'])
  })

  it('are listed only as IAM counts them', async () => {
    for (const listing of [{ maxItems: 0 }, { maxItems: 1001 }, { marker: '??' }, { pathPrefix: 'a' }])
      expect(await rejection(users.list(id, listing))).to.include({ code: 'ValidationError' })
  })

  it('keep their id, keys, groups and policies with another name and path', async () => {
    const { id: userId } = await users.create(id, { name: 'ann' })
    const key = await project.iam.accessKeys.create(id, 'ann')
    await project.iam.groups.create(id, { name: 'staff' })
    await project.iam.memberships.add(id, { group: 'staff', user: 'ann' })
    const inline = { name: 'List', document: allowing('s3:List*') }
    await project.iam.inlinePolicies.put(id, { kind: 'user', name: 'ann' }, inline)
    await users.update(id, 'ann', { newName: 'Anna', newPath: '/x/' })
    expect(await rejection(users.get(id, 'ann'))).to.include({ code: 'NoSuchEntity' })
    expect(await users.get(id, 'anna')).to.deep.include({ id: userId, name: 'Anna', path: '/x/' })
    const { items: keys } = await project.iam.accessKeys.list(id, 'Anna')
    expect(keys.map((one) => one.id)).to.deep.equal([key.id])
    expect((await project.iam.memberships.listGroups(id, 'Anna')).items).to.have.length(1)
    expect(await project.iam.inlinePolicies.get(id, { kind: 'user', name: 'Anna' }, 'List')).to.deep.equal(
      inline,
    )
  })

  it('may change the case of their name, but not take that of another', async () => {
    await users.create(id, { name: 'ann' })
    await users.create(id, { name: 'ben' })
    expect(await users.update(id, 'ann', { newName: 'ANN' })).to.include({ name: 'ANN' })
    expect(await rejection(users.update(id, 'ann', { newName: 'Ben' }))).to.include({
      code: 'EntityAlreadyExists',
    })
    expect(await rejection(users.update(id, 'ann', { newName: 'a b' }))).to.include({
      code: 'ValidationError',
    })
    expect(await rejection(users.update(id, 'nobody', {}))).to.include({ code: 'NoSuchEntity' })
  })

  it('go only without keys, groups and policies', async () => {
    const { iam } = project
    const ann = { kind: 'user', name: 'ann' } as const
    await users.create(id, { name: 'ann' })
    await iam.groups.create(id, { name: 'staff' })
    const policyArn = await project.createPolicy('List', 's3:List*')
    const { id: keyId } = await iam.accessKeys.create(id, 'ann')
    const refused = async () => {
      expect(await rejection(users.delete(id, 'ann'))).to.include({ code: 'DeleteConflict' })
    }
    await refused()
    await iam.accessKeys.delete(id, { owner: 'ann', id: keyId })
    await iam.memberships.add(id, { group: 'staff', user: 'ann' })
    await refused()
    await iam.memberships.remove(id, { group: 'staff', user: 'ann' })
    await iam.inlinePolicies.put(id, ann, { name: 'List', document: allowing('s3:List*') })
    await refused()
    await iam.inlinePolicies.delete(id, ann, 'List')
    await iam.attachments.attach(id, ann, policyArn)
    await refused()
    await iam.attachments.detach(id, ann, policyArn)
    await iam.boundaries.put(id, ann, policyArn)
    await users.delete(id, 'ann')
    expect(await iam.policies.get(id, policyArn)).to.deep.include({ uses: { attachments: 0, boundaries: 0 } })
    expect(await rejection(users.delete(id, 'ann'))).to.include({ code: 'NoSuchEntity' })
  })
})
