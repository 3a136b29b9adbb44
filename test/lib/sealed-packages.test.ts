import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import {
  openBytes,
  openStream,
  PackageBroken,
  sealBytes,
  sealedSize,
  sealedSlice,
  sealStream,
} from '../../src/lib/sealed-packages.ts'
import { rejection } from '../contracts/rejection.ts'

const kib = 1024
const key = Buffer.alloc(32, 1)
const whole = (size: number) => ({ size, slice: { start: 0, end: size - 1 } })
/** In chunks of other sizes than the packages. */
const streamOf = (data: Buffer, chunkBytes = 10_007): AsyncIterable<Buffer> =>
  Readable.from(
    (function* () {
      for (let at = 0; at < data.length; at += chunkBytes) yield data.subarray(at, at + chunkBytes)
    })(),
  )
const thrownBy = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe('Sealed packages', () => {
  const sizes = [0, 1, 16, 64 * kib - 1, 64 * kib, 64 * kib + 1, 128 * kib, 200_000]

  for (const size of sizes) {
    it(`give ${String(size)} bytes back, at once and as a stream, in the size that was foretold`, async () => {
      const data = randomBytes(size)
      const sealed = sealBytes(key, data)
      expect(sealed.length).to.equal(sealedSize(size))
      expect((await buffer(sealStream(key, streamOf(data)))).equals(sealed)).to.equal(true)
      expect(openBytes(key, sealed, whole(size)).equals(data)).to.equal(true)
      expect((await buffer(openStream(key, streamOf(sealed), whole(size)))).equals(data)).to.equal(true)
    })
  }

  it('show nothing of the text', () => {
    const data = Buffer.alloc(100, 'secret')
    expect(sealBytes(key, data).includes('secret')).to.equal(false)
  })

  it('open a slice from the packages that hold it', async () => {
    const size = 200_000
    const data = randomBytes(size)
    const sealed = sealBytes(key, data)
    const edges = [0, 1, 65_535, 65_536, 65_537, 131_072, size - 1]
    for (const start of edges)
      for (const end of edges.filter((edge) => edge >= start)) {
        const wanted = { size, slice: { start, end } }
        const stored = sealedSlice(wanted)
        const bytes = sealed.subarray(stored.start, stored.end + 1)
        const plain = data.subarray(start, end + 1)
        expect(openBytes(key, bytes, wanted).equals(plain), `${String(start)}-${String(end)}`).to.equal(true)
        expect((await buffer(openStream(key, streamOf(bytes), wanted))).equals(plain)).to.equal(true)
      }
    expect(sealedSlice({ size, slice: { start: 70_000, end: 70_000 } })).to.deep.equal({
      start: 65_552,
      end: 131_103,
    })
  })

  it('refuse another key and every change', async () => {
    const data = randomBytes(150_000)
    const sealed = sealBytes(key, data)
    const flipped = Buffer.from(sealed)
    flipped[70_000] = (flipped[70_000] ?? 0) ^ 1
    const swapped = Buffer.concat([
      sealed.subarray(65_552, 131_104),
      sealed.subarray(0, 65_552),
      sealed.subarray(131_104),
    ])
    for (const bytes of [flipped, swapped]) {
      expect(thrownBy(() => openBytes(key, bytes, whole(data.length)))).to.be.instanceOf(PackageBroken)
      expect(await rejection(buffer(openStream(key, streamOf(bytes), whole(data.length))))).to.be.instanceOf(
        PackageBroken,
      )
    }
    const otherKey = Buffer.alloc(32, 2)
    expect(thrownBy(() => openBytes(otherKey, sealed, whole(data.length)))).to.be.instanceOf(PackageBroken)
  })

  it('cannot be cut off at the end of a package', () => {
    const sealed = sealBytes(key, randomBytes(128 * kib)).subarray(0, 65_552)
    expect(thrownBy(() => openBytes(key, sealed, whole(64 * kib)))).to.be.instanceOf(PackageBroken)
  })
})
