import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { bob } from '../projects.ts'
import { openIamProject, type IamProject } from './iam-project.ts'

describe('Access keys in IAM', () => {
  let project: IamProject
  let keys: IamProject['iam']['accessKeys']
  let id: string
  beforeEach(async () => {
    project = await openIamProject()
    keys = project.iam.accessKeys
    id = project.projectId
    for (const name of ['ann', 'ben']) await project.iam.users.create(id, { name })
  })
  afterEach(() => project.close())
  const idsOf = async (owner: string | undefined) => (await keys.list(id, owner)).items.map((key) => key.id)

  it('belong to their user, or to the root of the project', async () => {
    const { id: userId } = await project.iam.users.get(id, 'ann')
    const key = await keys.create(id, 'ANN')
    const rootKey = await keys.create(id, undefined)
    expect(key).to.include({ userId, projectId: id, status: 'active', createdAt: 1000 })
    expect(key.secret).to.have.length(40)
    expect(rootKey).not.to.have.property('userId')
    expect(await project.metadata.catalog.findAccessKey(key.id)).to.deep.equal(key)
    expect(await idsOf('ann')).to.deep.equal([key.id])
    expect(await idsOf('ben')).to.deep.equal([])
    expect(await idsOf(undefined)).to.deep.equal([rootKey.id])
    expect(await keys.get(id, key.id)).to.deep.include({ key, userName: 'ann' })
    expect(await keys.get(id, rootKey.id)).to.deep.include({ key: rootKey, userName: undefined })
  })

  it('are two at most for a user, and listed page by page', async () => {
    for (let n = 0; n < 2; n += 1) await keys.create(id, 'ann')
    expect(await rejection(keys.create(id, 'ann'))).to.include({ code: 'LimitExceeded' })
    await keys.create(id, 'ben')
    for (let n = 0; n < 3; n += 1) await keys.create(id, undefined)
    const { items, marker } = await keys.list(id, 'ann', { maxItems: 1 })
    const rest = await keys.list(id, 'ann', { maxItems: 1, marker })
    expect([...items, ...rest.items].map((key) => key.id)).to.deep.equal(await idsOf('ann'))
    expect(rest.marker).to.equal(undefined)
  })

  it('are disabled, enabled and deleted by whom they belong to', async () => {
    const { id: keyId } = await keys.create(id, 'ann')
    await keys.setStatus(id, { owner: 'ann', id: keyId }, 'disabled')
    expect((await keys.list(id, 'ann')).items[0]).to.include({ status: 'disabled' })
    for (const [projectId, owner] of [
      [id, 'ben'],
      [id, undefined],
      [id, 'nobody'],
      [bob.id, undefined],
    ] as const) {
      const ref = { owner, id: keyId }
      expect(await rejection(keys.setStatus(projectId, ref, 'active'))).to.include({ code: 'NoSuchEntity' })
      expect(await rejection(keys.delete(projectId, ref))).to.include({ code: 'NoSuchEntity' })
    }
    await keys.delete(id, { owner: 'ann', id: keyId })
    expect(await idsOf('ann')).to.deep.equal([])
    expect(await rejection(keys.get(id, keyId))).to.include({ code: 'NoSuchEntity' })
  })

  it('tell their last use', async () => {
    const { id: keyId } = await keys.create(id, 'ann')
    expect(await keys.get(id, keyId)).to.include({ lastUse: undefined })
    const use = { keyId, at: 5000, operation: 'GetObject' }
    await project.metadata.transaction((tx) => tx.keyUses.note([use]))
    expect(await keys.get(id, keyId)).to.deep.include({ lastUse: use })
  })

  it('are not shown to other projects', async () => {
    const { id: keyId } = await keys.create(id, 'ann')
    expect(await rejection(keys.get(bob.id, keyId))).to.include({ code: 'NoSuchEntity' })
  })
})
