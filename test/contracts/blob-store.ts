import { buffer, text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import { BlobMissing, type BlobPlace, type BlobStore } from '../../src/core/ports.ts'
import { rejection } from './rejection.ts'

export const place: BlobPlace = { projectId: 'p1', bucket: 'my.photos-2', extension: 'txt' }

/** The chunks as a body that arrives bit by bit. */
export async function* bodyOf(...chunks: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk))
}

/** Calls `then` after the chunks, and never ends. */
export async function* stuckBody(chunk: Buffer, then: () => void): AsyncGenerator<Buffer> {
  yield chunk
  then()
  await new Promise(() => undefined)
}

async function* brokenBody(error: Error): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.alloc(300_000))
  throw error
}

const idsOf = async (store: BlobStore): Promise<string[]> => {
  const ids: string[] = []
  for await (const id of store.ids()) ids.push(id)
  return ids.sort()
}

/** What every blob store promises; `open` gives an empty one. */
export const describeBlobStore = (name: string, open: () => Promise<BlobStore>): void => {
  describe(`${name}, as a blob store`, () => {
    let store: BlobStore
    beforeEach(async () => {
      store = await open()
    })
    const write = (content: string) => store.write(bodyOf(content), place)
    const readText = async (id: string, start?: number, end?: number) =>
      text(await (start === undefined || end === undefined ? store.read(id) : store.read(id, { start, end })))

    it('reads back what was written, chunk by chunk', async () => {
      const chunks = Array.from({ length: 50 }, (_, index) => Buffer.alloc(70_001, `chunk ${String(index)}`))
      const { id, size } = await store.write(bodyOf(...chunks), place)
      expect(size).to.equal(50 * 70_001)
      expect(await buffer(await store.read(id))).to.deep.equal(Buffer.concat(chunks))
    })

    it('keeps large bodies whole, whatever their length and that of their chunks', async () => {
      for (const size of [(1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_500_001]) {
        const bytes = Buffer.alloc(size, 'all different from one place to another, as primes are: 7919')
        const chunks = Array.from({ length: Math.ceil(size / 70_001) }, (_, n) =>
          bytes.subarray(n * 70_001, (n + 1) * 70_001),
        )
        for (const body of [[bytes], chunks]) {
          const { id, size: stored } = await store.write(bodyOf(...body), place, { size })
          expect(stored).to.equal(size)
          expect((await buffer(await store.read(id))).equals(bytes), String(size)).to.equal(true)
        }
      }
    })

    it('takes a stream as a body', async () => {
      const { id } = await store.write(Readable.from([Buffer.from('from a '), Buffer.from('stream')]), place)
      expect(await readText(id)).to.equal('from a stream')
    })

    it('names blobs project/bucket/xx/uuid.ext', async () => {
      const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}'
      expect((await write('a')).id).to.match(new RegExp(`^p1/my\\.photos-2/[0-9a-f]{2}/${uuid}\\.txt$`))
      const { id } = await store.write(bodyOf('a'), { ...place, extension: '' })
      expect(id).to.match(new RegExp(`^p1/my\\.photos-2/[0-9a-f]{2}/${uuid}$`))
    })

    it('keeps an empty blob', async () => {
      for (const body of [bodyOf(), bodyOf(''), bodyOf('', '')]) {
        const { id, size } = await store.write(body, place)
        expect(size).to.equal(0)
        expect(await store.size(id)).to.equal(0)
        expect(await readText(id)).to.equal('')
        expect(await readText(id, 0, -1)).to.equal('')
      }
    })

    it('reads an inclusive slice', async () => {
      const { id } = await write('0123456789')
      expect(await readText(id, 2, 4)).to.equal('234')
      expect(await readText(id, 0, 0)).to.equal('0')
      expect(await readText(id, 9, 9)).to.equal('9')
      expect(await readText(id, 0, 9)).to.equal('0123456789')
      expect(await readText(id, 5, 4)).to.equal('')
    })

    it('reads slices of a large blob', async () => {
      const bytes = Buffer.alloc(3_000_000, 'a period of seventeen')
      const { id } = await store.write(bodyOf(bytes), place)
      for (const [start, end] of [
        [1, 2_999_999],
        [262_144, 524_287],
        [262_143, 524_288],
        [2_999_999, 2_999_999],
      ] as const) {
        const slice = await buffer(await store.read(id, { start, end }))
        expect(slice.equals(bytes.subarray(start, end + 1)), `${String(start)}-${String(end)}`).to.equal(true)
      }
    })

    it('refuses a slice of bytes that are not there', async () => {
      const { id } = await write('0123456789')
      expect(await rejection(store.read(id, { start: 0, end: 10 }))).to.be.instanceOf(BlobMissing)
      expect(await rejection(store.read(id, { start: -1, end: 3 }))).to.be.instanceOf(RangeError)
      expect(await rejection(store.read(id, { start: 3, end: 1 }))).to.be.instanceOf(RangeError)
    })

    it('reads a slice at once', async () => {
      const { id } = await write('0123456789')
      expect((await store.readBytes(id, { start: 2, end: 4 })).toString()).to.equal('234')
      expect((await store.readBytes(id, { start: 0, end: 9 })).toString()).to.equal('0123456789')
    })

    it('refuses to read at once what is not there', async () => {
      const { id } = await write('0123456789')
      expect(await rejection(store.readBytes(id, { start: 0, end: 10 }))).to.be.instanceOf(BlobMissing)
      expect(await rejection(store.readBytes(id, { start: 3, end: 1 }))).to.be.instanceOf(RangeError)
      await store.remove(id)
      expect(await rejection(store.readBytes(id, { start: 0, end: 1 }))).to.be.instanceOf(BlobMissing)
    })

    it('copies a blob that outlives its source', async () => {
      const source = await write('the same bytes')
      const copy = await store.copy(source.id, { ...place, bucket: 'other', extension: 'bin' })
      expect(copy.size).to.equal(source.size)
      expect(copy.id).to.match(/^p1\/other\/.*\.bin$/)
      await store.remove(source.id)
      expect(await readText(copy.id)).to.equal('the same bytes')
    })

    it('says which blob is missing', async () => {
      const { id } = await write('soon gone')
      await store.remove(id)
      for (const error of [await rejection(store.read(id)), await rejection(store.copy(id, place))]) {
        expect(error).to.be.instanceOf(BlobMissing).and.have.property('id', id)
      }
      expect(await store.size(id)).to.equal(undefined)
      expect(await idsOf(store)).to.deep.equal([])
    })

    it('removes a blob as often as it is asked to', async () => {
      const { id } = await write('once')
      await store.remove(id)
      await store.remove(id)
    })

    it('knows the size of a blob', async () => {
      const { id } = await write('twelve bytes')
      expect(await store.size(id)).to.equal(12)
    })

    it('lists the ids of all blobs', async () => {
      expect(await idsOf(store)).to.deep.equal([])
      const blobs = await Promise.all(['a', 'b', 'c'].map(write))
      const copy = await store.copy(blobs[0]?.id ?? '', { ...place, projectId: 'p2' })
      expect(await idsOf(store)).to.deep.equal([...blobs.map(({ id }) => id), copy.id].sort())
    })

    it('leaves nothing behind when the body breaks off', async () => {
      const broken = new Error('The client went away.')
      expect(await rejection(store.write(brokenBody(broken), place))).to.equal(broken)
      expect(await idsOf(store)).to.deep.equal([])
    })

    it('leaves nothing behind when it is aborted while the body is stuck', async () => {
      const abort = new AbortController()
      const body = stuckBody(Buffer.alloc(200_000), () => {
        abort.abort()
      })
      expect(await rejection(store.write(body, place, { signal: abort.signal }))).to.equal(
        abort.signal.reason,
      )
      expect(await idsOf(store)).to.deep.equal([])
    })

    it('does not touch the body when it is aborted before', async () => {
      const body = bodyOf('untouched')
      expect(await rejection(store.write(body, place, { signal: AbortSignal.abort() }))).to.have.property(
        'name',
        'AbortError',
      )
      expect(await body.next()).to.deep.include({ done: false })
      expect(await idsOf(store)).to.deep.equal([])
    })

    it('completes a write whose signal stays quiet', async () => {
      const { id } = await store.write(bodyOf('a', 'b'), place, { signal: new AbortController().signal })
      expect(await readText(id)).to.equal('ab')
    })

    it('refuses ids and places that lead elsewhere', async () => {
      const { id } = await write('a')
      const uuid = id.slice(-40)
      for (const wrong of [
        '',
        '..',
        '../../../etc/passwd',
        `../b/00/${uuid}`,
        `p/../00/${uuid}`,
        `/p/b/00/${uuid}`,
        `p/b/00/${uuid}/x`,
        `${id}\0`,
        `p/b/0/${uuid}`,
      ]) {
        expect(await rejection(async () => store.read(wrong)), wrong)
          .to.have.property('message')
          .match(/not the id of a blob/)
        expect(await rejection(async () => store.remove(wrong)), wrong).to.be.instanceOf(Error)
        expect(await rejection(async () => store.size(wrong)), wrong).to.be.instanceOf(Error)
        expect(await rejection(async () => store.copy(wrong, place)), wrong).to.be.instanceOf(Error)
      }
      for (const wrong of [
        { ...place, bucket: '..' },
        { ...place, projectId: 'a/b' },
        { ...place, extension: 'J' },
      ]) {
        expect(await rejection(async () => store.write(bodyOf('a'), wrong))).to.be.instanceOf(Error)
      }
    })

    it('tells when a blob was made, until it is gone', async () => {
      const { id } = await write('a')
      expect(await store.storedAt(id)).to.be.above(0)
      const copy = await store.copy(id, place)
      expect(await store.storedAt(copy.id)).to.be.at.least((await store.storedAt(id)) ?? Infinity)
      await store.remove(id)
      expect(await store.storedAt(id)).to.equal(undefined)
    })

    it('keeps many small blobs apart that are written at once', async () => {
      const blobs = await Promise.all(
        Array.from({ length: 1_000 }, (_, index) => write(`blob ${String(index)}`)),
      )
      expect(new Set(blobs.map(({ id }) => id)).size).to.equal(1_000)
      const contents = await Promise.all(blobs.map(({ id }) => readText(id)))
      expect(contents).to.deep.equal(blobs.map((_, index) => `blob ${String(index)}`))
    }).timeout(30_000)
  })
}
