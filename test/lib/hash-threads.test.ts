import { expect } from 'chai'
import { hashThreads } from '../../src/lib/hash-threads.ts'
import { checksumAlgorithms, loadChecksums } from '../../src/lib/checksum.ts'
import { digestsOf } from '../../src/lib/digests.ts'
import { threadedDigests } from '../../src/lib/threaded-digests.ts'

const body = Buffer.alloc(3_000_001, 'some text that repeats itself')

async function feed(digests: { update(chunk: Uint8Array): Promise<void> | undefined }, chunkBytes: number) {
  for (let offset = 0; offset < body.length; offset += chunkBytes) {
    await digests.update(body.subarray(offset, offset + chunkBytes))
  }
}

describe('hash threads', () => {
  const threads = hashThreads(2)
  before(() => loadChecksums())
  after(() => threads.close())

  it('give the digests of every algorithm, whatever the chunks', async () => {
    for (const chunkBytes of [1000, 65_536, 1 << 20, body.length]) {
      const digests = threadedDigests(threads, [...checksumAlgorithms, 'MD5'])
      await feed(digests, chunkBytes)
      expect(await digests.digest()).to.deep.equal(digestsOf(body, checksumAlgorithms))
    }
  })

  it('keep bodies apart that are hashed at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 5 }, async (_, n) => {
        const digests = threadedDigests(threads, ['MD5'])
        await digests.update(Buffer.from(String(n)))
        await feed(digests, 100_000)
        return (await digests.digest()).MD5.toString('hex')
      }),
    )
    expect(results).to.deep.equal(
      Array.from({ length: 5 }, (_, n) =>
        digestsOf(Buffer.concat([Buffer.from(String(n)), body]), ['MD5']).MD5.toString('hex'),
      ),
    )
  })

  it('hash nothing and a body without bytes', async () => {
    const digests = threadedDigests(threads, ['MD5', 'SHA256'])
    expect(await digests.digest()).to.deep.equal(digestsOf(Buffer.alloc(0), ['MD5', 'SHA256']))
  })

  it('hold a fast body back', () => {
    const digests = threadedDigests(threads, ['SHA512'])
    expect(digests.update(Buffer.alloc(100_000))).to.equal(undefined)
    expect(digests.update(Buffer.alloc(2 << 20))).to.be.instanceOf(Promise)
    digests.forget()
  })

  it('tell a body when its thread ends, and start another for the next', async () => {
    const ending = hashThreads(1)
    const digests = threadedDigests(ending, ['MD5'])
    await feed(digests, 65_536)
    await ending.close()
    const error = await digests.digest().catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(Error)
    const again = threadedDigests(ending, ['MD5'])
    await feed(again, 65_536)
    expect(await again.digest()).to.deep.equal(digestsOf(body, ['MD5']))
    await ending.close()
  })
})
