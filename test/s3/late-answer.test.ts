import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { rejection } from '../contracts/rejection.ts'
import { openTemporaryCore } from '../core/temporary-core.ts'
import { alice, callerOf } from '../core/projects.ts'
import { bodyFrom } from '../core/upload-body.ts'
import { memoryBlobStore } from '../../src/blobs/memory-blob-store.ts'
import { BlobMissing } from '../../src/core/ports.ts'
import { xmlDeclaration } from '../../src/protocol/xml.ts'
import { readText } from '../support/text-reader.ts'
import { textOf } from '../support/xml-text.ts'
import { serve, type Served } from './served-handler.ts'

const caller = callerOf(alice)
const aliveMs = 20
const content = Buffer.from('0123456789'.repeat(200))
const object = { bucket: 'slow', key: 'target' }
const empty = { acl: { canned: 'public-read' }, attributes: {}, storageClass: 'STANDARD' }

describe('a copy that moves bytes', () => {
  /** Lets the disk, which reading waits for, go on. */
  let resume: () => void
  let fail: (error: Error) => void
  let copying: Promise<unknown>
  let temporary: Awaited<ReturnType<typeof openTemporaryCore>>
  let served: Served
  let uploadId: string

  beforeEach(async () => {
    const disk = new Promise<void>((resolve, reject) => {
      resume = resolve
      fail = reject
    })
    disk.catch(() => undefined) // Each read hears of it.
    const memory = memoryBlobStore({ clock: { now: () => Date.now() } })
    temporary = await openTemporaryCore({
      ...memory,
      readBytes: async (id, slice) => {
        await disk
        return memory.readBytes(id, slice)
      },
    })
    const { core } = temporary
    const copyPart: typeof core.uploads.copyPart = (...args) => {
      const work = core.uploads.copyPart(...args)
      copying = work
      return work
    }
    served = await serve({ ...core, uploads: { ...core.uploads, copyPart } }, { aliveMs })
    await core.buckets.create(caller, 'slow', {
      acl: { canned: 'public-read-write' },
      locationConstraint: undefined,
    })
    const { signal } = new AbortController()
    await core.objects.put(caller, { bucket: 'slow', key: 'source' }, bodyFrom(content), {
      ...empty,
      signal: () => signal,
    })
    const checksums = { checksumAlgorithm: undefined, checksumType: undefined }
    uploadId = (await core.uploads.create(caller, object, { ...empty, ...checksums })).id
  })
  afterEach(async () => {
    resume()
    await served.close()
    await temporary.close()
  })

  const copy = (headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal) =>
    fetch(`${served.url}/slow/target?partNumber=1&uploadId=${uploadId}`, {
      method: 'PUT',
      headers: { 'x-amz-copy-source': 'slow/source', 'x-amz-copy-source-range': 'bytes=5-1004', ...headers },
      ...(signal && { signal }),
    })
  /** The parts stored so far. */
  const parts = async () =>
    (await temporary.core.uploads.listParts(caller, { ...object, uploadId }, { after: 0, limit: 10 })).parts

  it('gives signs of life until the part is there, and then tells of it', async () => {
    const answer = await copy()
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('content-type')).to.equal('application/xml')
    expect(answer.headers.get('x-amz-request-id')).to.match(/^\w{16}$/)
    const reader = readText(answer)
    expect(await reader.atLeast(xmlDeclaration.length + 3)).to.match(/^<\?xml [^>]+>\n {3}$/)
    expect(await parts()).to.deep.equal([])

    resume()
    const document = await reader.whole()
    expect(document).to.match(/^<\?xml [^>]+>\n {3,}<CopyPartResult[^]*<\/CopyPartResult>$/)
    const etag = createHash('md5').update(content.subarray(5, 1005)).digest('hex')
    expect(textOf(document, 'ETag')).to.equal(`"${etag}"`)
    expect((await parts()).map(({ size, etag: stored }) => [size, stored])).to.deep.equal([[1000, etag]])
    expect(served.faults).to.deep.equal([])
  })

  it('tells of an error in the answer that has begun', async () => {
    const answer = await copy()
    const reader = readText(answer)
    await reader.atLeast(1)
    await temporary.core.uploads.abort(caller, { ...object, uploadId })
    resume()
    const document = await reader.whole()
    expect(answer.status).to.equal(200)
    expect(document).to.match(/<Error>[^]*<\/Error>$/)
    expect(textOf(document, 'Code')).to.equal('NoSuchUpload')
    expect(textOf(document, 'RequestId')).to.equal(answer.headers.get('x-amz-request-id'))
    while (served.records.length === 0) await setImmediate()
    expect(served.records.map(({ status, lateError }) => [status, lateError])).to.deep.equal([
      [200, 'NoSuchUpload'],
    ])
    expect(served.faults).to.deep.equal([])
  })

  it('tells of bytes that are missing, and so does the log', async () => {
    const answer = await copy()
    const reader = readText(answer)
    await reader.atLeast(1)
    fail(new BlobMissing('p/b/00/0'))
    const document = await reader.whole()
    expect(textOf(document, 'Code')).to.equal('InternalError')
    expect(textOf(document, 'Message')).to.contain('seau verify')
    expect(served.faults).to.have.length(1)
  })

  it('is refused with a status of its own as long as nothing has been said', async () => {
    const answer = await copy({ 'x-amz-copy-source': 'slow/absent' })
    expect([answer.status, textOf(await answer.text(), 'Code')]).to.deep.equal([404, 'NoSuchKey'])
  })

  it('has an answer as any other when it is quick', async () => {
    resume()
    const answer = await copy()
    const document = await answer.text()
    expect(document).to.match(/^<\?xml [^>]+>\n<CopyPartResult/)
    expect(answer.headers.get('content-length')).to.equal(String(document.length))
  })

  it('stops when the client leaves', async () => {
    const leaving = new AbortController()
    await readText(await copy({}, leaving.signal)).atLeast(1)
    leaving.abort()
    expect(await rejection(copying)).to.have.property('name', 'AbortError')
    expect(await parts()).to.deep.equal([])
    expect(served.records.map(({ status, isComplete }) => [status, isComplete])).to.deep.equal([[200, false]])
    expect(served.faults).to.deep.equal([])
  })
})
