import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { arnOf } from '../../../src/core/iam/arn.ts'
import { openIamProject, trustingAll, type IamProject } from './iam-project.ts'
import type { TaggedRef } from '../../../src/core/iam/tags.ts'

const tag = (key: string, value = '') => ({ key, value })

describe('Tags in IAM', () => {
  let project: IamProject
  let iam: IamProject['iam']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    ;({ iam, projectId: id } = project)
    await iam.users.create(id, { name: 'ann' })
  })
  afterEach(() => project.close())
  const ann = { kind: 'user', name: 'ann' } as const

  it('are put, listed and removed on users, roles, policies and providers', async () => {
    await iam.roles.create(id, { name: 'ann', trustPolicy: trustingAll })
    const provider = await iam.oidcProviders.create(id, { url: 'https://example.org' })
    const refs: TaggedRef[] = [
      ann,
      { kind: 'role', name: 'ann' },
      { kind: 'policy', arn: await project.createPolicy('p', 's3:*') },
      { kind: 'oidc-provider', arn: arnOf(provider) },
    ]
    for (const ref of refs) {
      await iam.tags.put(id, ref, [tag('b', '1'), tag('a')])
      await iam.tags.put(id, ref, [tag('B', '2')])
      expect((await iam.tags.list(id, ref)).items).to.deep.equal([tag('B', '2'), tag('a')])
      await iam.tags.remove(id, ref, ['b', 'none'])
      expect((await iam.tags.list(id, ref)).items).to.deep.equal([tag('a')])
    }
  })

  it('come page by page', async () => {
    await iam.tags.put(
      id,
      ann,
      ['c', 'a', 'b'].map((key) => tag(key)),
    )
    const { items, marker } = await iam.tags.list(id, ann, { maxItems: 2 })
    expect(items.map(({ key }) => key)).to.deep.equal(['a', 'b'])
    expect((await iam.tags.list(id, ann, { marker })).items).to.deep.equal([tag('c')])
  })

  it('are refused as IAM refuses them, also on something new', async () => {
    const refused: [ReturnType<typeof tag>[], string][] = [
      [[tag('')], 'ValidationError'],
      [[tag('a'.repeat(129))], 'ValidationError'],
      [[tag('a*')], 'ValidationError'],
      [[tag('a', 'b'.repeat(257))], 'ValidationError'],
      [[tag('aws:a')], 'InvalidInput'],
      [[tag('a'), tag('A')], 'InvalidInput'],
      [Array.from({ length: 51 }, (_, n) => tag(String(n))), 'LimitExceeded'],
    ]
    for (const [tags, code] of refused) {
      expect(await rejection(iam.tags.put(id, ann, tags))).to.include({ code })
      expect(await rejection(iam.users.create(id, { name: 'ben', tags }))).to.include({ code })
    }
    await iam.tags.put(
      id,
      ann,
      Array.from({ length: 50 }, (_, n) => tag(String(n))),
    )
    expect(await rejection(iam.tags.put(id, ann, [tag('more')]))).to.include({ code: 'LimitExceeded' })
    await iam.tags.put(id, ann, [tag('7', 'new')])
  })

  it('need an entity', async () => {
    for (const ref of [
      { kind: 'user', name: 'nobody' },
      { kind: 'oidc-provider', arn: 'x' },
    ] as const)
      expect(await rejection(iam.tags.list(id, ref))).to.include({ code: 'NoSuchEntity' })
  })
})
