import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { openIamProject, trustingAll, type IamProject } from './iam-project.ts'

const fullAccess = 'arn:aws:iam::aws:policy/AmazonS3FullAccess'
const readOnly = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'

describe('Attached policies', () => {
  let project: IamProject
  let iam: IamProject['iam']
  let id: string
  const owners = (['user', 'group', 'role'] as const).map((kind) => ({ kind, name: `the-${kind}` }))
  beforeEach(async () => {
    project = await openIamProject()
    ;({ iam, projectId: id } = project)
    await iam.users.create(id, { name: 'the-user', path: '/x/' })
    await iam.groups.create(id, { name: 'the-group' })
    await iam.roles.create(id, { name: 'the-role', trustPolicy: trustingAll })
  })
  afterEach(() => project.close())

  for (const owner of owners) {
    const listed = async () => (await iam.attachments.list(id, owner)).items.map(({ name }) => name)
    const attach = (arn: string) => iam.attachments.attach(id, owner, arn)

    it(`of a ${owner.kind} are attached once, listed by name, and detached`, async () => {
      const own = await project.createPolicy('Own', 's3:List*')
      for (const arn of [readOnly, own, fullAccess, own]) await attach(arn)
      expect(await listed()).to.deep.equal(['AmazonS3FullAccess', 'AmazonS3ReadOnlyAccess', 'Own'])
      await iam.attachments.detach(id, owner, own)
      expect(await listed()).to.deep.equal(['AmazonS3FullAccess', 'AmazonS3ReadOnlyAccess'])
      expect(await rejection(iam.attachments.detach(id, owner, own))).to.include({ code: 'NoSuchEntity' })
    })

    it(`of a ${owner.kind} are ten at most`, async () => {
      for (let n = 0; n < 10; n += 1) await attach(await project.createPolicy(`p${String(n)}`, 's3:*'))
      expect(await rejection(attach(fullAccess))).to.include({ code: 'LimitExceeded' })
    })

    it(`of a ${owner.kind} have to be there, and it as well`, async () => {
      const nobody = { ...owner, name: 'nobody' }
      for (const work of [
        () => attach(`arn:aws:iam::${id}:policy/None`),
        () => iam.attachments.attach(id, nobody, fullAccess),
        () => iam.attachments.detach(id, nobody, fullAccess),
        () => iam.attachments.list(id, nobody),
      ])
        expect(await rejection(work)).to.include({ code: 'NoSuchEntity' })
    })
  }

  it('tell who has them', async () => {
    const arn = await project.createPolicy('Own', 's3:*')
    for (const owner of owners) await iam.attachments.attach(id, owner, arn)
    const confined = { kind: 'user', name: 'confined' } as const
    await iam.users.create(id, { name: 'confined' })
    await iam.boundaries.put(id, confined, arn)
    const names = async (listing?: Parameters<typeof iam.attachments.listEntities>[2]) =>
      (await iam.attachments.listEntities(id, arn, listing)).items.map(({ name }) => name)
    expect(await names()).to.deep.equal(['confined', 'the-group', 'the-role', 'the-user'])
    expect(await names({ by: 'attachment' })).to.deep.equal(['the-group', 'the-role', 'the-user'])
    expect(await names({ by: 'boundary' })).to.deep.equal(['confined'])
    expect(await names({ kinds: ['user'] })).to.deep.equal(['confined', 'the-user'])
    expect(await names({ pathPrefix: '/x/' })).to.deep.equal(['the-user'])
    const { items, marker } = await iam.attachments.listEntities(id, arn, { maxItems: 3 })
    expect(items).to.have.length(3)
    expect(await names({ marker })).to.deep.equal(['the-user'])
  })
})

describe('Permissions boundaries', () => {
  let project: IamProject
  let iam: IamProject['iam']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    ;({ iam, projectId: id } = project)
  })
  afterEach(() => project.close())

  it('are given to users and roles that are new, and to others, one at a time', async () => {
    await iam.users.create(id, { name: 'a', boundaryArn: fullAccess })
    const role = await iam.roles.create(id, { name: 'a', trustPolicy: trustingAll, boundaryArn: fullAccess })
    expect(role).to.include({ boundaryArn: fullAccess })
    for (const kind of ['user', 'role'] as const) {
      const get = () => (kind === 'user' ? iam.users.get(id, 'a') : iam.roles.get(id, 'a'))
      const ref = { kind, name: 'A' }
      expect(await get()).to.include({ boundaryArn: fullAccess })
      await iam.boundaries.put(id, ref, readOnly)
      expect(await get()).to.include({ boundaryArn: readOnly })
      await iam.boundaries.delete(id, ref)
      expect(await get()).to.include({ boundaryArn: undefined })
      expect(await rejection(iam.boundaries.delete(id, ref))).to.include({ code: 'NoSuchEntity' })
    }
  })

  it('are policies that exist; nothing is created with another', async () => {
    const boundaryArn = `arn:aws:iam::${id}:policy/None`
    expect(await rejection(iam.users.create(id, { name: 'a', boundaryArn }))).to.include({
      code: 'NoSuchEntity',
    })
    expect(await rejection(iam.users.get(id, 'a'))).to.include({ code: 'NoSuchEntity' })
  })
})
