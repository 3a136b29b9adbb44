import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { memoryBlobStore } from '../../../src/blobs/memory-blob-store.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { BlobStore } from '../../../src/core/ports.ts'

const caller = callerOf(alice)
const source = { bucket: 'busy', key: 'source' }
const target = { bucket: 'busy', key: 'target' }
const plain = { acl: {}, attributes: {}, storageClass: 'STANDARD' }
const { signal: quiet } = new AbortController()
const signal = () => quiet
const first = Buffer.alloc(300_000, 'first')
const second = Buffer.alloc(300_000, 'second')
const md5 = (data: Buffer) => createHash('md5').update(data).digest('hex')

describe('an object that is replaced, and its blob removed, between the look at its row and that at its blob', () => {
  let temporary: Awaited<ReturnType<typeof openTemporaryCore>>
  let memory: BlobStore
  /** Happens once, before the next blob is opened. */
  let meanwhile: (id: string) => Promise<unknown>

  beforeEach(async () => {
    memory = memoryBlobStore({ clock: { now: () => Date.now() } })
    meanwhile = () => Promise.resolve()
    const interrupted = async (id: string) => {
      const happen = meanwhile
      meanwhile = () => Promise.resolve()
      await happen(id)
    }
    temporary = await openTemporaryCore({
      ...memory,
      read: (id, slice) => interrupted(id).then(() => memory.read(id, slice)),
      readBytes: (id, slice) => interrupted(id).then(() => memory.readBytes(id, slice)),
      copy: (id, place) => interrupted(id).then(() => memory.copy(id, place)),
    })
    await temporary.core.buckets.create(caller, 'busy', { acl: {}, locationConstraint: undefined })
    await put(first)
    meanwhile = async (id) => {
      await put(second)
      await memory.remove(id)
    }
  })
  afterEach(() => temporary.close())
  const put = (data: Buffer) =>
    temporary.core.objects.put(caller, source, bodyFrom(data), { ...plain, signal })

  it('is read as it is now', async () => {
    const { version, body } = await temporary.core.objects.open(caller, source)
    expect(version.etag).to.equal(md5(second))
    expect((Buffer.isBuffer(body) ? body : await buffer(body)).equals(second)).to.be.true
  })

  it('is copied as it is now', async () => {
    const copied = await temporary.core.objects.copy(caller, target, { source, acl: {}, signal })
    expect(copied.etag).to.equal(md5(second))
    const { body } = await temporary.core.objects.open(caller, target)
    expect((Buffer.isBuffer(body) ? body : await buffer(body)).equals(second)).to.be.true
  })

  for (const [what, range] of Object.entries({ whole: undefined, 'a slice': 'bytes=1-299000' })) {
    it(`becomes a part as it is now, ${what}`, async () => {
      const checksums = { checksumAlgorithm: undefined, checksumType: undefined }
      const { id } = await temporary.core.uploads.create(caller, target, { ...plain, ...checksums })
      const part = { ...target, uploadId: id, partNumber: 1 }
      const copied = await temporary.core.uploads.copyPart(caller, part, { source, range, signal })
      expect(copied.part.etag).to.equal(md5(range === undefined ? second : second.subarray(1, 299_001)))
    })
  }

  it('is lost when its blob is missing then, too', async () => {
    meanwhile = (id) => memory.remove(id)
    for (const work of [
      () => temporary.core.objects.open(caller, source),
      () => temporary.core.objects.copy(caller, target, { source, acl: {}, signal }),
    ]) {
      expect(await rejection(work)).to.include({ code: 'InternalError' })
    }
  })
})
