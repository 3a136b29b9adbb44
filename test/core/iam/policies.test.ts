import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { bob } from '../projects.ts'
import { arnOf } from '../../../src/core/iam/arn.ts'
import { parseIdentityPolicy } from '../../../src/core/iam/policy-document.ts'
import { allowing, openIamProject, type IamProject } from './iam-project.ts'

const awsArn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'

describe('Managed policies', () => {
  let project: IamProject
  let iam: IamProject['iam']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    ;({ iam, projectId: id } = project)
  })
  afterEach(() => project.close())
  const names = async (listing: Parameters<typeof iam.policies.list>[1]) =>
    (await iam.policies.list(id, listing)).items.map(({ name }) => name)

  it('have an id and an ARN as those of AWS, and a first version', async () => {
    const document = allowing('s3:List*')
    const policy = await iam.policies.create(id, {
      name: 'List',
      path: '/a/',
      description: 'Lists.',
      document,
    })
    expect(policy.id).to.match(/^ANPA[A-Z2-7]{17}$/)
    const arn = arnOf(policy)
    expect(arn).to.equal(`arn:aws:iam::${id}:policy/a/List`)
    expect(await iam.policies.get(id, arn)).to.deep.equal(policy)
    const version = { id: 'v1', document, createdAt: 1000, isDefault: true }
    expect(await iam.policyVersions.get(id, arn, 'v1')).to.deep.equal(version)
    expect(await rejection(project.createPolicy('LIST', 's3:*'))).to.include({ code: 'EntityAlreadyExists' })
  })

  it('are found by their own ARN only, and not from other projects', async () => {
    const arn = await project.createPolicy('List', 's3:List*')
    for (const wrong of [`${arn}s`, arn.replace('policy/', 'policy/x/'), arn.replace(id, bob.id), 'x', ''])
      expect(await rejection(iam.policies.get(id, wrong)), wrong).to.include({ code: 'NoSuchEntity' })
    expect(await rejection(iam.policies.get(bob.id, arn))).to.include({ code: 'NoSuchEntity' })
  })

  it('are refused when they are malformed or too long', async () => {
    const create = (document: string) => iam.policies.create(id, { name: 'a', document })
    const statement = { Sid: 'a', Effect: 'Allow', Action: '*', Resource: '*' }
    const written = (...statements: object[]) =>
      JSON.stringify({ Version: '2012-10-17', Statement: statements })
    for (const document of [
      '',
      '{}',
      'x',
      written(),
      written(statement, statement),
      written({ ...statement, Sid: 'a b' }),
      written({ ...statement, Principal: '*' }),
      JSON.stringify({ Version: '2010-10-17', Statement: [statement] }),
    ])
      expect(await rejection(create(document)), document).to.include({ code: 'MalformedPolicyDocument' })
    const fill = (length: number) => {
      const [before, after] = written({ ...statement, Resource: 'arn:aws:s3:::@' }).split('@')
      return `${before ?? ''}${'a'.repeat(length - written(statement).length - 12)}${after ?? ''}`
    }
    expect(fill(6144)).to.have.length(6144)
    expect(await rejection(create(fill(6145)))).to.include({ code: 'LimitExceeded' })
    // White space does not count.
    await create(`\n${fill(6144).replace('{', '{          ')}`)
  })

  it('of AWS are there for every project, and nobody changes them', async () => {
    const policy = await iam.policies.get(id, awsArn)
    expect(policy).to.include({ name: 'AmazonS3ReadOnlyAccess', id: 'ANPAIZTJ4DXE7G6AGAE6M' })
    for (const change of [
      () => iam.policies.delete(id, awsArn),
      () => iam.policyVersions.create(id, awsArn, { document: allowing('*') }),
      () => iam.policyVersions.setDefault(id, awsArn, 'v1'),
      () => iam.tags.put(id, { kind: 'policy', arn: awsArn }, [{ key: 'a', value: 'b' }]),
    ])
      expect(await rejection(change)).to.include({ code: 'AccessDenied' })
    const { items } = await iam.policies.list(id, { scope: 'AWS' })
    for (const { versions } of items)
      for (const { document } of versions)
        expect(parseIdentityPolicy(document).statements).not.to.deep.equal([])
  })

  it('are listed by scope, path and use, with how often they are used in the project', async () => {
    const arn = await project.createPolicy('Mine', 's3:*')
    await iam.policies.create(id, { name: 'Other', path: '/x/', document: allowing('s3:*') })
    for (const name of ['ann', 'ben']) {
      await iam.users.create(id, { name })
      await iam.attachments.attach(id, { kind: 'user', name }, arn)
    }
    await iam.boundaries.put(id, { kind: 'user', name: 'ann' }, awsArn)
    await iam.users.create(bob.id, { name: 'eve' })
    await iam.attachments.attach(bob.id, { kind: 'user', name: 'eve' }, awsArn)
    expect(await names({ scope: 'Local' })).to.deep.equal(['Mine', 'Other'])
    expect(await names({ scope: 'Local', pathPrefix: '/x/' })).to.deep.equal(['Other'])
    expect(await names({ usedBy: ['attachment'] })).to.deep.equal(['Mine'])
    expect(await names({ usedBy: ['boundary'] })).to.deep.equal(['AmazonS3ReadOnlyAccess'])
    expect(await names({ usedBy: ['attachment', 'boundary'] })).to.have.length(2)
    expect(await names({})).to.include.members(['AdministratorAccess', 'Mine', 'Other'])
    expect(await iam.policies.get(id, arn)).to.deep.include({ uses: { attachments: 2, boundaries: 0 } })
    expect(await iam.policies.get(id, awsArn)).to.deep.include({ uses: { attachments: 0, boundaries: 1 } })
  })

  it('go only when nothing uses them and no further version is there', async () => {
    const arn = await project.createPolicy('Mine', 's3:*')
    await iam.users.create(id, { name: 'ann' })
    const ann = { kind: 'user', name: 'ann' } as const
    const refused = async () => {
      expect(await rejection(iam.policies.delete(id, arn))).to.include({ code: 'DeleteConflict' })
    }
    await iam.boundaries.put(id, ann, arn)
    await refused()
    await iam.boundaries.delete(id, ann)
    await iam.attachments.attach(id, ann, arn)
    await refused()
    await iam.attachments.detach(id, ann, arn)
    await iam.policyVersions.create(id, arn, { document: allowing('*') })
    await refused()
    await iam.policyVersions.delete(id, arn, 'v2')
    await iam.policies.delete(id, arn)
    expect(await rejection(iam.policies.delete(id, arn))).to.include({ code: 'NoSuchEntity' })
  })

  describe('in versions', () => {
    let arn: string
    beforeEach(async () => {
      arn = await project.createPolicy('Mine', 's3:*')
    })
    const create = (setAsDefault = false) =>
      iam.policyVersions.create(id, arn, { document: allowing('s3:Get*'), setAsDefault })
    const listed = async () =>
      (await iam.policyVersions.list(id, arn)).items.map((one) => [one.id, one.isDefault])

    it('count on, whichever is the default', async () => {
      project.setTime(2000)
      expect(await create()).to.include({ id: 'v2', isDefault: false, createdAt: 2000 })
      expect(await create(true)).to.include({ id: 'v3', isDefault: true })
      expect(await listed()).to.deep.equal([
        ['v1', false],
        ['v2', false],
        ['v3', true],
      ])
      await iam.policyVersions.setDefault(id, arn, 'v1')
      await iam.policyVersions.delete(id, arn, 'v3')
      expect(await create()).to.include({ id: 'v4' })
      expect(await iam.policies.get(id, arn)).to.include({ defaultVersionId: 'v1', updatedAt: 2000 })
    })

    it('are five at most', async () => {
      for (let n = 0; n < 4; n += 1) await create()
      expect(await rejection(create())).to.include({ code: 'LimitExceeded' })
    })

    it('come page by page, also after the ninth', async () => {
      for (let n = 2; n < 12; n += 1) {
        await create()
        if (n < 10) await iam.policyVersions.delete(id, arn, `v${String(n)}`)
      }
      const first = await iam.policyVersions.list(id, arn, { maxItems: 2 })
      expect(first.items.map((one) => one.id)).to.deep.equal(['v1', 'v10'])
      const { items, marker } = await iam.policyVersions.list(id, arn, { marker: first.marker })
      expect(items.map((one) => one.id)).to.deep.equal(['v11'])
      expect(marker).to.equal(undefined)
    })

    it('keep the default one, and know no others', async () => {
      expect(await rejection(iam.policyVersions.delete(id, arn, 'v1'))).to.include({ code: 'DeleteConflict' })
      for (const work of [
        () => iam.policyVersions.get(id, arn, 'v2'),
        () => iam.policyVersions.delete(id, arn, 'v2'),
        () => iam.policyVersions.setDefault(id, arn, 'v2'),
      ])
        expect(await rejection(work)).to.include({ code: 'NoSuchEntity' })
      const document = { document: 'x' }
      expect(await rejection(iam.policyVersions.create(id, arn, document))).to.include({
        code: 'MalformedPolicyDocument',
      })
    })
  })
})
