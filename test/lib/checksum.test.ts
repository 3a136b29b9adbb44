import { expect } from 'chai'
import {
  base64ChecksumOf,
  checksumAlgorithms,
  checksumHeader,
  checksumLength,
  checksumOf,
  createChecksum,
  isChecksumAlgorithm,
  isCompositeCapable,
  isFullObjectCapable,
  loadChecksums,
  parseChecksum,
  type ChecksumAlgorithm,
} from '../../src/lib/checksum.ts'
import type * as wasmChecksum from '../../src/lib/wasm-checksum.ts'

/** Of the nine bytes "123456789" (the check values of the CRC catalogue, FIPS 180, RFC 1321, xxhsum). */
const checkValues: Record<ChecksumAlgorithm, string> = {
  CRC32: 'cbf43926',
  CRC32C: 'e3069283',
  CRC64NVME: 'ae8b14860a799888',
  MD5: '25f9e794323b453885f5181f1b624d0b',
  SHA1: 'f7c3bc1d808e04732adf679965ccc34ca7ae3441',
  SHA256: '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225',
  SHA512:
    'd9e6762dd1c8eaf6d61b3c6192fc408d4d6d5f1176d0c29169bc24e71c3f274ad27fcd5811b313d681f7e55ec02d73d499c95455b6b5bb503acf574fba8ffe85',
  XXHASH64: '8cb841db40e6ae83',
  XXHASH3: '72dcb18b67a17dff',
  XXHASH128: '33119477ede5dcd5e9716427681d5860',
}

/** Of no bytes at all. */
const emptyValues: Partial<Record<ChecksumAlgorithm, string>> = {
  CRC32: '00000000',
  CRC64NVME: '0000000000000000',
  MD5: 'd41d8cd98f00b204e9800998ecf8427e',
  XXHASH64: 'ef46db3751d8e999',
  XXHASH3: '2d06800538d394c2',
  XXHASH128: '99aa06d3014798d86001c324468d497f',
}

const digits = Buffer.from('123456789')

describe('checksums', () => {
  it('say what is missing when an algorithm is used before it is loaded', async () => {
    // The query makes it a module of its own, in which nothing has been loaded by other tests.
    const url = new URL('../../src/lib/wasm-checksum.ts?unloaded', import.meta.url)
    const fresh = (await import(url.href)) as typeof wasmChecksum
    expect(() => fresh.createWasmChecksum('XXHASH3')).to.throw(/XXHASH3.*loadChecksums/)
  })

  it('load what they need once', async () => {
    expect(loadChecksums(['CRC32', 'SHA256'])).to.equal(undefined)
    await Promise.all([loadChecksums(), loadChecksums()])
    expect(loadChecksums()).to.equal(undefined)
  })

  for (const algorithm of checksumAlgorithms) {
    describe(algorithm, () => {
      before(() => loadChecksums())

      it('has the known check value in one shot', () => {
        expect(checksumOf(algorithm, digits).toString('hex')).to.equal(checkValues[algorithm])
      })

      it('has the same value chunk by chunk', () => {
        const checksum = createChecksum(algorithm)
        for (const chunk of ['1', '', '2345', '6789']) checksum.update(Buffer.from(chunk))
        expect(checksum.digest().toString('hex')).to.equal(checkValues[algorithm])
      })

      it('has the known value of nothing', () => {
        const expected = emptyValues[algorithm]
        if (expected !== undefined)
          expect(checksumOf(algorithm, Buffer.alloc(0)).toString('hex')).to.equal(expected)
        expect(createChecksum(algorithm).digest()).to.deep.equal(checksumOf(algorithm, Buffer.alloc(0)))
      })

      it('keeps interleaved streams apart', () => {
        const bodies = [1, 2, 3].map((seed) => Buffer.alloc(100_000, `${String(seed)} and more`))
        const checksums = bodies.map(() => createChecksum(algorithm))
        for (let offset = 0; offset < 100_000; offset += 7_001) {
          for (const [index, checksum] of checksums.entries()) {
            checksum.update(bodies[index]?.subarray(offset, offset + 7_001) ?? Buffer.alloc(0))
          }
          checksumOf(algorithm, digits)
        }
        expect(checksums.map((checksum) => checksum.digest())).to.deep.equal(
          bodies.map((body) => checksumOf(algorithm, body)),
        )
      })

      it('has digests that keep their value when the next is computed', () => {
        const digest = checksumOf(algorithm, digits)
        checksumOf(algorithm, Buffer.from('something else'))
        expect(digest.toString('hex')).to.equal(checkValues[algorithm])
      })

      it('has digests of the promised length, in base64 as a header carries them', () => {
        expect(checksumOf(algorithm, digits)).to.have.length(checksumLength(algorithm))
        expect(base64ChecksumOf(algorithm, digits)).to.equal(
          Buffer.from(checkValues[algorithm], 'hex').toString('base64'),
        )
      })

      it('reads only canonical base64 of its own length', () => {
        const text = base64ChecksumOf(algorithm, digits)
        expect(parseChecksum(algorithm, text)).to.deep.equal(checksumOf(algorithm, digits))
        for (const wrong of ['', text.slice(4), `${text}AAAA`, ` ${text}`, text.replaceAll('=', '') + '!']) {
          expect(parseChecksum(algorithm, wrong), wrong).to.equal(undefined)
        }
      })
    })
  }

  it('are named as in the headers of S3', () => {
    expect(checksumAlgorithms.map(checksumHeader)).to.include.members([
      'x-amz-checksum-crc32c',
      'x-amz-checksum-crc64nvme',
      'x-amz-checksum-xxhash128',
    ])
    expect(isChecksumAlgorithm('CRC64NVME')).to.equal(true)
    expect(isChecksumAlgorithm('crc32')).to.equal(false)
    expect(isChecksumAlgorithm('toString')).to.equal(false)
  })

  it('of whole multipart objects are the CRCs, CRC64NVME nothing else', () => {
    expect(checksumAlgorithms.filter(isFullObjectCapable)).to.deep.equal(['CRC32', 'CRC32C', 'CRC64NVME'])
    expect(checksumAlgorithms.filter((algorithm) => !isCompositeCapable(algorithm))).to.deep.equal([
      'CRC64NVME',
    ])
  })
})
