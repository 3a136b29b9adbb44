import { expect } from 'chai'
import { checksumAlgorithms, checksumOf, loadChecksums } from '../../src/lib/checksum.ts'
import { createDigests, digestsOf } from '../../src/lib/digests.ts'

const body = Buffer.alloc(200_001, 'some text that repeats itself')

describe('digests', () => {
  before(() => loadChecksums())

  it('feed several algorithms with the same chunks', () => {
    const digests = createDigests(checksumAlgorithms)
    for (let offset = 0; offset < body.length; offset += 65_536) {
      digests.update(body.subarray(offset, offset + 65_536))
    }
    const results = digests.digest()
    for (const algorithm of checksumAlgorithms) {
      expect(results[algorithm], algorithm).to.deep.equal(checksumOf(algorithm, body))
    }
  })

  it('are the same for a body that is whole', () => {
    const digests = createDigests(['MD5', 'SHA256', 'XXHASH64'])
    digests.update(body)
    expect(digestsOf(body, ['MD5', 'SHA256', 'XXHASH64'])).to.deep.equal(digests.digest())
  })

  it('compute an algorithm once when it is named twice', () => {
    const digests = createDigests(['MD5', 'MD5', 'CRC64NVME', 'CRC64NVME'])
    digests.update(body)
    expect(digests.digest()).to.deep.equal(digestsOf(body, ['MD5', 'CRC64NVME']))
  })

  it('have nothing to say when nothing is asked for', () => {
    expect(digestsOf(body, [])).to.deep.equal({})
    expect(createDigests([]).digest()).to.deep.equal({})
  })
})
