import { expect } from 'chai'
import type { EntityKind, IamGroup, IamRole, IamUser, ManagedPolicy } from '../../src/core/iam/entities.ts'
import type { EntityQuery } from '../../src/core/iam/iam-records.ts'
import type { Metadata } from '../../src/core/ports.ts'

const base = { projectId: 'p', path: '/', createdAt: 1000 }
const user = (name: string, path = '/'): IamUser => ({
  ...base,
  kind: 'user',
  id: `U-${name}`,
  name,
  path,
  tags: [{ key: 'a', value: 'b' }],
  inlinePolicies: [{ name: 'own', document: `of ${name}` }],
  sessionsNotBefore: 0,
})
const group: IamGroup = {
  ...base,
  kind: 'group',
  id: 'G',
  name: 'Staff',
  inlinePolicies: [{ name: 'ours', document: 'of the group' }],
}
const role: IamRole = {
  ...base,
  kind: 'role',
  id: 'R',
  name: 'Reader',
  tags: [],
  inlinePolicies: [],
  sessionsNotBefore: 7,
  trustPolicy: 'trust',
  maxSessionSeconds: 7200,
}
const policy = (name: string): ManagedPolicy => ({
  ...base,
  kind: 'policy',
  id: `P-${name}`,
  name,
  tags: [],
  versions: [
    { id: 'v1', document: `${name} 1`, createdAt: 1000 },
    { id: 'v2', document: `${name} 2`, createdAt: 2000 },
  ],
  defaultVersionId: 'v2',
  versionCount: 2,
  updatedAt: 2000,
})

/** What every implementation of the metadata port promises of IAM. */
export const describeIamMetadata = (name: string, open: () => Promise<Metadata>) => {
  describe(`${name}, with users, roles and policies`, () => {
    let metadata: Metadata
    beforeEach(async () => {
      metadata = await open()
      await metadata.transaction(async ({ iam }) => {
        for (const entity of [user('b'), user('A', '/x/'), group, role, policy('one'), policy('two')])
          await iam.create(entity)
      })
    })
    afterEach(() => metadata.close())
    const ids = async <Kind extends EntityKind>(query: Partial<EntityQuery<Kind>>) =>
      (
        await metadata.iam.list<EntityKind>({
          kinds: ['user', 'group', 'role', 'policy'],
          projectIds: ['p'],
          ...query,
        })
      ).map(({ id }) => id)

    it('finds what was created or replaced, by name in any case and by id', async () => {
      const { iam } = metadata
      expect(await iam.find('user', 'p', 'a')).to.deep.equal(user('A', '/x/'))
      expect(await iam.find('group', 'p', 'a')).to.equal(undefined)
      expect(await iam.find('user', 'q', 'a')).to.equal(undefined)
      expect(await iam.findById('role', 'R')).to.deep.equal(role)
      expect(await iam.findById('user', 'R')).to.equal(undefined)
      await metadata.transaction((tx) => tx.iam.replace({ ...role, name: 'Writer', description: 'd' }))
      expect(await iam.find('role', 'p', 'reader')).to.equal(undefined)
      expect(await iam.find('role', 'p', 'writer')).to.deep.equal({
        ...role,
        name: 'Writer',
        description: 'd',
      })
    })

    it('has a name once, in whatever case', async () => {
      const again = metadata.transaction((tx) => tx.iam.create({ ...user('B'), id: 'other' }))
      expect(
        await again.then(
          () => 'created',
          () => 'refused',
        ),
      ).to.equal('refused')
    })

    it('lists by name, from a position, below a path', async () => {
      expect(await ids({})).to.deep.equal(['U-A', 'U-b', 'P-one', 'R', 'G', 'P-two'])
      expect(await ids({ kinds: ['user', 'role'] })).to.deep.equal(['U-A', 'U-b', 'R'])
      expect(await ids({ limit: 2, after: { name: 'b', id: 'U-b' } })).to.deep.equal(['P-one', 'R'])
      expect(await ids({ limit: 1, after: { name: 'b', id: 'U-a' } })).to.deep.equal(['U-b'])
      expect(await ids({ pathPrefix: '/x' })).to.deep.equal(['U-A'])
      expect(await ids({ projectIds: [] })).to.deep.equal([])
    })

    it('lists and counts by relation, each of which is there once', async () => {
      await metadata.transaction(async ({ iam }) => {
        for (let n = 0; n < 2; n += 1) await iam.relate(user('b'), 'attachment', 'P-one')
        await iam.relate(user('b'), 'membership', 'G')
        await iam.relate(role, 'boundary', 'P-one')
      })
      expect(await ids({ pointingTo: { id: 'P-one', by: ['attachment', 'boundary'] } })).to.deep.equal([
        'U-b',
        'R',
      ])
      expect(await ids({ pointingTo: { id: 'P-one', by: ['boundary'] } })).to.deep.equal(['R'])
      expect(await ids({ pointedAtFrom: { id: 'U-b', by: 'attachment' } })).to.deep.equal(['P-one'])
      expect(await ids({ pointedAtIn: { projectId: 'p', by: ['membership'] } })).to.deep.equal(['G'])
      expect(await ids({ pointedAtIn: { projectId: 'q', by: ['membership'] } })).to.deep.equal([])
      expect(await metadata.iam.countUses('p', ['P-one', 'P-two'])).to.deep.equal(
        new Map([['P-one', { attachments: 1, boundaries: 1 }]]),
      )
      expect(await metadata.iam.countKinds('p')).to.deep.equal(
        new Map([
          ['group', 1],
          ['policy', 2],
          ['role', 1],
          ['user', 2],
        ]),
      )
    })

    it('forgets the relations of what is removed, and tells whether there was one', async () => {
      await metadata.transaction(async ({ iam }) => {
        await iam.relate(user('b'), 'attachment', 'P-one')
        expect(await iam.unrelate(user('b'), 'attachment', 'P-two')).to.equal(false)
        expect(await iam.unrelate(user('b'), 'attachment', 'P-one')).to.equal(true)
        await iam.relate(user('b'), 'attachment', 'P-two')
        await iam.remove(user('b'))
      })
      expect((await metadata.iam.countUses('p', ['P-one', 'P-two'])).size).to.equal(0)
    })

    it('remembers identities until something of their project changes', async () => {
      const { catalog } = metadata
      const before = await catalog.findIdentity('U-b')
      expect(before?.policies).to.deep.equal([{ name: 'b/own', document: 'of b' }])
      expect(await catalog.findIdentity('U-b')).to.equal(before)
      await metadata.transaction(async ({ iam }) => {
        await iam.relate(user('b'), 'membership', 'G')
        await iam.relate(group, 'attachment', 'P-two')
        await iam.relate(user('b'), 'boundary', 'P-one')
      })
      expect(await catalog.findIdentity('U-b')).to.deep.include({
        policies: [
          { name: 'b/own', document: 'of b' },
          { name: 'Staff/ours', document: 'of the group' },
          { name: 'arn:aws:iam::p:policy/two', document: 'two 2' },
        ],
        boundary: { name: 'arn:aws:iam::p:policy/one', document: 'one 2' },
      })
      expect(await catalog.findRole('p', 'reader')).to.deep.include({ id: 'R', sessionsNotBefore: 7 })
      await metadata.transaction((tx) => tx.iam.removeOfProject('p'))
      expect(await catalog.findIdentity('U-b')).to.equal(undefined)
      expect(await catalog.findRole('p', 'reader')).to.equal(undefined)
      expect(await ids({})).to.deep.equal([])
    })
  })
}
