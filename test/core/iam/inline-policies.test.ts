import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { allowing, openIamProject, trustingAll, type IamProject } from './iam-project.ts'

const sizes = { user: 2048, group: 5120, role: 10_240 } as const
const kinds = ['user', 'group', 'role'] as const

/** An identity policy of so many characters. */
function policyOf(length: number): string {
  const shortest = allowing('s3:Get')
  return allowing(`s3:Get${'a'.repeat(length - shortest.length)}`)
}

for (const kind of kinds) {
  describe(`The inline policies of a ${kind}`, () => {
    let project: IamProject
    let policies: IamProject['iam']['inlinePolicies']
    let id: string
    const ref = { kind, name: 'a' }
    beforeEach(async () => {
      project = await openIamProject()
      const { iam } = project
      id = project.projectId
      policies = iam.inlinePolicies
      if (kind === 'user') await iam.users.create(id, { name: 'a' })
      if (kind === 'group') await iam.groups.create(id, { name: 'a' })
      if (kind === 'role') await iam.roles.create(id, { name: 'a', trustPolicy: trustingAll })
    })
    afterEach(() => project.close())

    it('come back as they were given, the newest of a name', async () => {
      const first = { name: 'List', document: `  ${allowing('s3:List*')}\n` }
      await policies.put(id, ref, first)
      expect(await policies.get(id, ref, 'List')).to.deep.equal(first)
      const second = { name: 'List', document: allowing('s3:*') }
      await policies.put(id, ref, second)
      expect(await policies.get(id, ref, 'List')).to.deep.equal(second)
      expect((await policies.list(id, ref)).items).to.deep.equal([second])
    })

    it('are listed by name, page by page, also when the last one shown has gone', async () => {
      for (const name of ['c', 'a', 'b']) await policies.put(id, ref, { name, document: allowing('s3:*') })
      const { items, marker } = await policies.list(id, ref, { maxItems: 2 })
      expect(items.map(({ name }) => name)).to.deep.equal(['a', 'b'])
      await policies.delete(id, ref, 'b')
      const rest = await policies.list(id, ref, { marker })
      expect(rest.items.map(({ name }) => name)).to.deep.equal(['c'])
      expect(rest.marker).to.equal(undefined)
    })

    it('are refused when their name or document is not valid', async () => {
      const document = allowing('s3:*')
      for (const name of ['', 'a b', 'a'.repeat(129)])
        expect(await rejection(policies.put(id, ref, { name, document }))).to.include({
          code: 'ValidationError',
        })
      for (const wrong of ['', 'x', '{}', trustingAll])
        expect(await rejection(policies.put(id, ref, { name: 'a', document: wrong }))).to.include({
          code: 'MalformedPolicyDocument',
        })
    })

    it('have a size that they may have together', async () => {
      await policies.put(id, ref, { name: 'a', document: policyOf(sizes[kind] - 200) })
      await policies.put(id, ref, { name: 'b', document: `${policyOf(200)}${' '.repeat(500)}` })
      const more = policies.put(id, ref, { name: 'b', document: policyOf(201) })
      expect(await rejection(more)).to.include({ code: 'LimitExceeded' })
      expect(await policies.get(id, ref, 'b'))
        .to.have.property('document')
        .that.has.length(700)
    })

    it('are not there without their owner, or when they have gone', async () => {
      const policy = { name: 'a', document: allowing('s3:*') }
      const nobody = { kind, name: 'nobody' }
      for (const work of [
        () => policies.put(id, nobody, policy),
        () => policies.get(id, nobody, 'a'),
        () => policies.delete(id, nobody, 'a'),
        () => policies.list(id, nobody),
        () => policies.get(id, ref, 'a'),
        () => policies.delete(id, ref, 'a'),
      ])
        expect(await rejection(work)).to.include({ code: 'NoSuchEntity' })
    })
  })
}
