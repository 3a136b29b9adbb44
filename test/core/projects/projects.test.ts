import { expect } from 'chai'
import { anonymous } from '../../../src/core/caller.ts'
import { rejection } from '../../contracts/rejection.ts'
import { callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { Project } from '../../../src/core/projects/project.ts'

describe('projects', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  let core: Core
  beforeEach(async () => {
    store = await openTemporaryCore()
    core = store.core
  })
  afterEach(() => store.close())

  const createBucket = (project: Project, name: string) =>
    core.buckets.create(callerOf(project), name, { acl: {}, locationConstraint: undefined })
  const put = (project: Project, key: string) =>
    core.objects.put(
      callerOf(project),
      { bucket: 'photos', key, versionId: undefined },
      bodyFrom(Buffer.from('a')),
      {
        attributes: {},
        storageClass: 'STANDARD',
        acl: { canned: 'public-read' },
        signal: () => new AbortController().signal,
      },
    )
  const read = (key: string) => core.authorise(anonymous, 's3:GetObject', { bucket: 'photos', key })

  it('with a namespace of their own have bucket names that others have too', async () => {
    const [first, second] = await Promise.all(
      ['first', 'second'].map((name) => core.projects.create({ name, namespace: 'own' })),
    )
    if (!first || !second) throw new Error('There are no projects.')
    await createBucket(first, 'images')
    await createBucket(second, 'images')
    const mine = await core.buckets.get(callerOf(second), 'images')
    expect(mine).to.include({ projectId: second.id, namespace: second.id })
  })

  it('keep buckets, objects and keys under a new name', async () => {
    const project = await core.projects.create({ name: 'old', namespace: 'own' })
    await createBucket(project, 'photos')
    await put(project, 'a')
    const key = await core.credentials.create({ project: 'old', name: 'k' })
    await core.projects.rename('old', 'new')
    expect(await core.catalog.findProjectByName('old')).to.equal(undefined)
    const { caller } = await core.credentials.findSigner(key.id)
    expect(caller.project).to.deep.include({ id: project.id, name: 'new' })
    const { version } = await core.objects.find(caller, { bucket: 'photos', key: 'a', versionId: undefined })
    expect(version.size).to.equal(1)
  })

  it('cannot take a name that is taken, or no name; the one of the root keeps its own', async () => {
    expect(await rejection(core.projects.rename('alice', 'bob'))).to.include({ code: 'EntityAlreadyExists' })
    expect(await rejection(core.projects.rename('alice', 'A'))).to.include({ code: 'InvalidArgument' })
    expect(await rejection(core.projects.rename('nobody', 'x'))).to.include({ code: 'NoSuchEntity' })
    await core.credentials.ensureRoot({ id: 'ROOT', secret: 'root-secret' })
    expect(await rejection(core.projects.rename('default', 'x'))).to.include({ code: 'InvalidArgument' })
    expect(await rejection(core.projects.suspend('default'))).to.include({ code: 'InvalidArgument' })
  })

  it('refuse everything while they are suspended, those who read without a key too', async () => {
    const project = await core.projects.create({ name: 'shop' })
    await createBucket(project, 'photos')
    await put(project, 'a')
    const key = await core.credentials.create({ project: 'shop', name: 'k' })
    await read('a')
    await core.projects.suspend('shop')
    expect(await rejection(core.credentials.findSigner(key.id))).to.include({
      code: 'AccountProblem',
      status: 403,
    })
    expect(await rejection(read('a'))).to.include({ code: 'AccountProblem' })
    expect(await rejection(put(project, 'b'))).to.include({ code: 'AccountProblem' })
    await core.projects.resume('shop')
    await core.credentials.findSigner(key.id)
    await read('a')
  })

  it('tell what they hold and what bounds them', async () => {
    const project = await core.projects.create({ name: 'shop' })
    await createBucket(project, 'photos')
    await put(project, 'a')
    await core.projects.limit('shop', { quota: { bytes: 10, buckets: 3 }, rates: { requestsPerSecond: 5 } })
    await core.projects.limit('shop', { quota: { buckets: null, objects: 2 } })
    const described = await core.projects.describe('shop')
    expect(described.project).to.deep.equal({
      ...project,
      quota: { bytes: 10, objects: 2 },
      rates: { requestsPerSecond: 5 },
    })
    expect(described.usage).to.deep.equal({ buckets: 1, objects: 1, bytes: 1, partBytes: 0 })
    await core.projects.limit('shop', {
      quota: { bytes: null, objects: null },
      rates: { requestsPerSecond: null },
    })
    expect((await core.projects.describe('shop')).project).to.deep.equal(project)
  })
})
