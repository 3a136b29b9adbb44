import {
  appendFile,
  link,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { filesystemBlobStore } from '../../src/blobs/filesystem-blob-store.ts'
import { uuidOfBlob } from '../../src/blobs/blob-id.ts'
import { BlobMissing } from '../../src/core/ports.ts'
import { timeOfUuid } from '../../src/lib/time-ordered-uuid.ts'
import { bodyOf, describeBlobStore, place, stuckBody } from '../contracts/blob-store.ts'
import { rejection } from '../contracts/rejection.ts'

const clock = { now: () => 1_800_000_000_000 }

describe('filesystemBlobStore', () => {
  const roots: string[] = []
  const newRoot = async () => {
    const root = await mkdtemp(join(tmpdir(), 'seau-blobs-'))
    roots.push(root)
    return root
  }
  afterEach(async () => {
    await Promise.all(roots.splice(0).map((root) => rm(root, { recursive: true, force: true })))
  })

  describeBlobStore('filesystemBlobStore', async () =>
    filesystemBlobStore(join(await newRoot(), 'not', 'yet', 'there'), { clock }),
  )

  const setUp = async (options: { link?: (existing: string, path: string) => Promise<void> } = {}) => {
    const root = await newRoot()
    const store = filesystemBlobStore(root, { clock, ...options })
    const filesLeft = async () =>
      (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    return { root, store, filesLeft }
  }

  it('keeps a blob as a file under its id', async () => {
    const { root, store } = await setUp()
    const { id } = await store.write(bodyOf('plain bytes'), place)
    expect((await stat(join(root, id))).size).to.equal(11)
  })

  it('names a blob after its moment and its shard after the random end', async () => {
    const { store } = await setUp()
    const { id } = await store.write(bodyOf('a'), place)
    expect(timeOfUuid(uuidOfBlob(id))).to.equal(clock.now())
    expect(id.split('/')[2]).to.equal(uuidOfBlob(id).slice(-2))
  })

  it('dates a blob by its name, or by the last byte that was written to it', async () => {
    const { root, store } = await setUp()
    const { id } = await store.write(bodyOf('a'), place)
    expect(await store.storedAt(id)).to.equal(clock.now())
    const later = clock.now() + 60_000
    await utimes(join(root, id), later / 1000, later / 1000)
    expect(await store.storedAt(id)).to.equal(later)
  })

  it('makes folders again that somebody has removed', async () => {
    const { root, store } = await setUp()
    const removals = [join(root, place.projectId, place.bucket), join(root, place.projectId), root]
    for (const removed of removals) {
      await Promise.all(Array.from({ length: 300 }, () => store.write(bodyOf('before'), place)))
      await rm(removed, { recursive: true })
      const blobs = await Promise.all(Array.from({ length: 50 }, () => store.write(bodyOf('after'), place)))
      for (const { id } of blobs) expect(await text(await store.read(id))).to.equal('after')
    }
  }).timeout(30_000)

  it('makes the folder of a copy again', async () => {
    const { root, store } = await setUp()
    const { id } = await store.write(bodyOf('source'), place)
    const target = { ...place, bucket: 'target' }
    await Promise.all(Array.from({ length: 300 }, () => store.copy(id, target)))
    await rm(join(root, place.projectId, 'target'), { recursive: true })
    expect(await text(await store.read((await store.copy(id, target)).id))).to.equal('source')
  })

  it('fails a write whose folder is removed under it', async () => {
    const { root, store } = await setUp()
    async function* body() {
      yield Buffer.from('first')
      await rm(join(root, place.projectId), { recursive: true })
      yield Buffer.from('second')
    }
    expect(await rejection(store.write(body(), place))).to.have.property('code', 'ENOENT')
  })

  it('leaves no file behind when a large write is aborted', async () => {
    const { store, filesLeft } = await setUp()
    const abort = new AbortController()
    const body = stuckBody(Buffer.alloc(9 << 20), () => {
      abort.abort()
    })
    expect(await rejection(store.write(body, place, { signal: abort.signal }))).to.equal(abort.signal.reason)
    expect(await filesLeft()).to.deep.equal([])
  })

  it('ends the body that it does not read on', async () => {
    const { store } = await setUp()
    const abort = new AbortController()
    let isEnded = false
    async function* body() {
      try {
        for (;;) {
          yield await Promise.resolve(Buffer.alloc(1_000))
          abort.abort()
        }
      } finally {
        isEnded = true
      }
    }
    await rejection(store.write(body(), place, { signal: abort.signal }))
    expect(isEnded).to.equal(true)
  })

  it('holds few chunks in memory while the disk is slower than the body', async () => {
    const { store } = await setUp()
    const before = process.memoryUsage().arrayBuffers
    let peak = 0
    async function* body() {
      for (let sent = 0; sent < 96 << 20; sent += 1 << 18) {
        peak = Math.max(peak, process.memoryUsage().arrayBuffers - before)
        yield await Promise.resolve(Buffer.alloc(1 << 18, 1))
      }
    }
    await store.write(body(), place)
    expect(peak).to.be.below(64 << 20)
  }).timeout(20_000)

  it('copies by a hard link', async () => {
    const { root, store } = await setUp()
    const { id } = await store.write(bodyOf('shared'), place)
    const copy = await store.copy(id, place)
    expect((await stat(join(root, copy.id))).ino).to.equal((await stat(join(root, id))).ino)
  })

  for (const code of ['EMLINK', 'EXDEV', 'EPERM', 'ENOTSUP']) {
    it(`copies the bytes when a link fails with ${code}`, async () => {
      const refused = Object.assign(new Error(code), { code, syscall: 'link' })
      const { root, store } = await setUp({ link: () => Promise.reject(refused) })
      const { id } = await store.write(bodyOf('copied'), place)
      const copy = await store.copy(id, { ...place, bucket: 'elsewhere' })
      expect(copy.size).to.equal(6)
      expect(await text(await store.read(copy.id))).to.equal('copied')
      expect((await stat(join(root, copy.id))).ino).not.to.equal((await stat(join(root, id))).ino)
    })
  }

  it('fails a copy for any other reason and leaves nothing behind', async () => {
    const broken = Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'link' })
    const breakAfterwards = async (existing: string, path: string) => {
      await link(existing, path)
      throw broken
    }
    const { store, filesLeft } = await setUp({ link: breakAfterwards })
    const { id } = await store.write(bodyOf('source'), place)
    expect(await rejection(store.copy(id, place))).to.equal(broken)
    expect(await filesLeft()).to.have.length(1)
  })

  for (const code of ['ENOSPC', 'EDQUOT']) {
    it(`answers ${code} as S3 would a full disk`, async () => {
      const full = Object.assign(new Error(code), { code, syscall: 'link' })
      const { store, filesLeft } = await setUp({ link: () => Promise.reject(full) })
      const { id } = await store.write(bodyOf('source'), place)
      const error = await rejection(store.copy(id, place))
      expect(error).to.include({ name: 'S3Error', code: 'InsufficientStorage', status: 507, cause: full })
      expect(await filesLeft()).to.have.length(1)
    })
  }

  it('says that a blob is missing when it was cut short', async () => {
    const { root, store } = await setUp()
    const { id } = await store.write(bodyOf('0123456789'), place)
    await truncate(join(root, id), 4)
    expect(await rejection(store.read(id, { start: 0, end: 9 }))).to.be.instanceOf(BlobMissing)
    expect(await store.size(id)).to.equal(4)
  })

  it('reads on from a blob that is removed meanwhile', async () => {
    const { store } = await setUp()
    const { id } = await store.write(bodyOf(Buffer.alloc(2_000_000, 'x')), place)
    const stream = await store.read(id)
    await store.remove(id)
    expect(await text(stream)).to.equal('x'.repeat(2_000_000))
  })

  it('lists blobs only, whatever else lies in the folders', async () => {
    const { root, store } = await setUp()
    const { id } = await store.write(bodyOf('a'), place)
    await writeFile(join(root, 'README.txt'), 'a note')
    await appendFile(join(root, dirname(id), '.DS_Store'), '')
    await mkdir(join(root, 'lost+found', 'deep', 'er', 'still'), { recursive: true })
    const ids = []
    for await (const found of store.ids()) ids.push(found)
    expect(ids).to.deep.equal([id])
  })

  it('keeps the blobs of another process apart from its own', async () => {
    const { root, store } = await setUp()
    const other = filesystemBlobStore(root, { clock })
    const blobs = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        (index % 2 ? store : other).write(bodyOf(String(index)), place),
      ),
    )
    for (const [index, { id }] of blobs.entries())
      expect(await text(await store.read(id))).to.equal(String(index))
  })

  it('writes again after its root was put aside and back', async () => {
    const { root, store } = await setUp()
    const { id } = await store.write(bodyOf('kept'), place)
    await rename(root, `${root}-aside`)
    roots.push(`${root}-aside`)
    expect(await rejection(store.read(id))).to.be.instanceOf(BlobMissing)
    await rename(`${root}-aside`, root)
    expect(await text(await store.read(id))).to.equal('kept')
  })

  it('closes every file', async function () {
    const descriptors = () => readdir('/proc/self/fd').catch(() => this.skip())
    const { root, store } = await setUp()
    const large = await store.write(bodyOf(Buffer.alloc(1_000_000)), place)
    const before = (await descriptors()).length
    for (let round = 0; round < 20; round += 1) {
      const { id } = await store.write(bodyOf('small'), place)
      await text(await store.read(id))
      await text(await store.read(large.id, { start: 1, end: 900_000 }))
      await rejection(store.read(large.id, { start: 0, end: 1_000_000 }))
      await rejection(store.read(large.id, { start: 5, end: 1 }))
      const dropped = await store.read(large.id)
      dropped.destroy()
      await once(dropped, 'close')
      const abort = new AbortController()
      const body = stuckBody(Buffer.alloc(2 << 20), () => {
        abort.abort()
      })
      await rejection(store.write(body, place, { signal: abort.signal }))
      await rejection(
        store.copy(`${id.slice(0, -40)}${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`, place),
      )
      await rm(join(root, id))
      await rejection(store.read(id))
    }
    expect((await descriptors()).length).to.be.at.most(before)
  })
})
