import { expect } from 'chai'
import { memoryBlobStore } from '../../../src/blobs/memory-blob-store.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { alice, callerOf } from '../projects.ts'
import type { Core } from '../../../src/core/create-core.ts'

const caller = callerOf(alice)
const dayMs = 86_400_000

describe('resumable uploads that nobody goes on with', () => {
  let core: Core
  let close: () => Promise<void>
  let now = 10 * dayMs
  const clock = { now: () => now }
  before(async () => {
    const opened = await openTemporaryCore(memoryBlobStore({ clock }), { clock })
    core = opened.core
    close = () => opened.close()
    await core.buckets.create(caller, 'uploads', { acl: {}, locationConstraint: undefined })
  })
  after(() => close())

  const begin = (id: string, size: number) =>
    core.resumable.create(caller, {
      id,
      bucket: 'uploads',
      key: id,
      size,
      metadata: {},
      attributes: {},
      acl: {},
    })
  const append = (id: string, text: string) =>
    core.resumable.append(
      caller,
      id,
      (async function* () {
        yield await Promise.resolve(Buffer.from(text))
      })(),
    )

  it('are given up with what came of them; objects of finished ones stay', async () => {
    await begin('open', 10)
    await append('open', 'half')
    await begin('done', 4)
    expect(await append('done', 'done')).to.equal(4)
    const signal = new AbortController().signal
    expect(await core.resumable.forget({ ageMs: dayMs, signal })).to.equal(0)
    now += 2 * dayMs
    await begin('new', 10)
    expect(await core.resumable.forget({ ageMs: dayMs, signal })).to.equal(2)
    const query = { prefix: '', delimiter: undefined, keyMarker: '', uploadIdMarker: '', limit: 10 }
    const { entries } = await core.uploads.list(caller, 'uploads', query)
    expect(entries.map((entry) => ('key' in entry ? entry.key : ''))).to.deep.equal(['new'])
    expect((await core.objects.find(caller, { bucket: 'uploads', key: 'done' })).version.size).to.equal(4)
  })
})
