import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { VersionQuery } from '../../../src/core/objects/list-query.ts'
import type { ObjectAttributes } from '../../../src/core/objects/object-version.ts'
import type { Project } from '../../../src/core/projects/project.ts'

const dayMs = 86_400_000
const signal = new AbortController().signal

describe('the deletion of a project with everything', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  let core: Core
  let project: Project
  let now = 0
  beforeEach(async () => {
    now = Date.now()
    store = await openTemporaryCore(undefined, { clock: { now: () => now } })
    core = store.core
    project = await core.projects.create({ name: 'shop' })
    await core.credentials.create({ project: 'shop', name: 'k', id: 'SHOPKEY', secret: 'secret-of-shop' })
  })
  afterEach(() => store.close())

  const createBucket = (name: string, hasObjectLock = false) =>
    core.buckets.create(callerOf(project), name, { acl: {}, locationConstraint: undefined, hasObjectLock })
  const put = (bucket: string, key: string, attributes: ObjectAttributes = {}) =>
    core.objects.put(callerOf(project), { bucket, key, versionId: undefined }, bodyFrom(Buffer.from('abc')), {
      attributes,
      storageClass: 'STANDARD',
      acl: {},
      signal: () => signal,
    })
  const fill = (bucket: string, count: number) =>
    Promise.all(Array.from({ length: count }, (_, n) => put(bucket, `key-${String(n)}`)))
  const upload = async (bucket: string) => {
    const { id: uploadId } = await core.uploads.create(
      callerOf(project),
      { bucket, key: 'u' },
      {
        attributes: {},
        storageClass: 'STANDARD',
        acl: {},
        checksumAlgorithm: undefined,
        checksumType: undefined,
      },
    )
    const part = { bucket, key: 'u', uploadId, partNumber: 1 }
    await core.uploads.putPart(callerOf(project), part, bodyFrom(Buffer.from('part')), {
      signal: () => signal,
    })
  }
  const begin = () => core.projects.beginDeletion('shop', { confirm: 'shop' })
  const run = (until = signal) => core.projects.runDeletions({ signal: until })

  it('asks for the name once more', async () => {
    expect(await rejection(core.projects.beginDeletion('shop', { confirm: 'shops' }))).to.include({
      code: 'InvalidArgument',
    })
    expect((await core.projects.describe('shop')).project.state).to.equal(undefined)
  })

  it('closes the project at once, and leaves nothing of it', async () => {
    for (const name of ['photos', 'films']) {
      await createBucket(name)
      await fill(name, 300)
    }
    await core.buckets.putVersioning(callerOf(project), 'films', 'enabled')
    await put('films', 'key-1')
    await core.objects.delete(callerOf(project), { bucket: 'films', key: 'key-2', versionId: undefined }, {})
    await upload('photos')
    await begin()
    expect(await rejection(core.credentials.findSigner('SHOPKEY'))).to.include({ code: 'AccountProblem' })
    expect(await run()).to.equal(602)
    expect(await core.projects.findDeletion(project.id)).to.equal(undefined)
    expect(await core.catalog.findProjectByName('shop')).to.equal(undefined)
    expect(await core.catalog.findAccessKey('SHOPKEY')).to.equal(undefined)
    expect(await store.metadata.listBuckets({ limit: 10 })).to.deep.equal([])
    expect(await store.metadata.countNamedBlobs()).to.equal(0)
  })

  it('goes on where a stop has cut it off', async () => {
    await createBucket('photos')
    await fill('photos', 600)
    await begin()
    const stopped = new AbortController()
    const list = store.metadata.listVersions.bind(store.metadata)
    let pages = 0
    Object.assign(store.metadata, {
      listVersions: (query: VersionQuery) => {
        if (++pages === 2) stopped.abort()
        return list(query)
      },
    })
    const before = await run(stopped.signal)
    expect(before).to.be.within(1, 599)
    expect(await core.projects.findDeletion(project.id)).to.deep.include({
      objects: before,
      bytes: before * 3,
    })
    expect((await core.projects.describe('shop')).project.state).to.equal('deleting')
    expect(before + (await run())).to.equal(600)
    expect(await core.catalog.findProjectByName('shop')).to.equal(undefined)
  })

  it('leaves what is locked, says so, and ends when the lock does', async () => {
    await createBucket('vault', true)
    const until = now + dayMs
    await put('vault', 'kept', { lock: { retention: { mode: 'COMPLIANCE', retainUntil: until } } })
    await put('vault', 'loose')
    await begin()
    expect(await run()).to.equal(1)
    const { problem } = (await core.projects.findDeletion(project.id)) ?? {}
    expect(problem).to.match(/^vault\/kept \(.*\) is locked/)
    expect(await rejection(core.projects.resume('shop'))).to.include({ code: 'DeleteConflict' })
    now = until + 1
    expect(await run()).to.equal(1)
    expect(await core.catalog.findProjectByName('shop')).to.equal(undefined)
  })
})
