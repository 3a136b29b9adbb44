import { expect } from 'chai'
import fc from 'fast-check'
import { checksumOf, loadChecksums, type CrcAlgorithm } from '../../src/lib/checksum.ts'
import { combineCrc } from '../../src/lib/crc-combine.ts'

const algorithms: readonly CrcAlgorithm[] = ['CRC32', 'CRC32C', 'CRC64NVME']

describe('combineCrc', () => {
  before(() => loadChecksums())

  for (const algorithm of algorithms) {
    it(`gives the ${algorithm} of both sequences together`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (first, second) => {
          const combined = combineCrc(
            algorithm,
            checksumOf(algorithm, first),
            checksumOf(algorithm, second),
            second.length,
          )
          expect(combined).to.deep.equal(checksumOf(algorithm, Buffer.concat([first, second])))
        }),
      )
    })

    it(`combines the ${algorithm}s of many megabytes`, () => {
      const parts = [5 << 20, 5 << 20, 123_457].map((size, seed) =>
        Buffer.alloc(size, `part ${String(seed)}`),
      )
      const combined = parts
        .slice(1)
        .reduce(
          (crc, part) => combineCrc(algorithm, crc, checksumOf(algorithm, part), part.length),
          checksumOf(algorithm, parts[0] ?? Buffer.alloc(0)),
        )
      expect(combined).to.deep.equal(checksumOf(algorithm, Buffer.concat(parts)))
    })

    it(`is associative for ${algorithm}s of terabytes`, () => {
      const [a, b, c] = ['a', 'b', 'c'].map((text) => checksumOf(algorithm, Buffer.from(text)))
      if (!a || !b || !c) throw new Error('three checksums are needed')
      const sizes = { b: 2 ** 41 + 12_345, c: 3 * 2 ** 40 + 1 }
      const left = combineCrc(algorithm, combineCrc(algorithm, a, b, sizes.b), c, sizes.c)
      const right = combineCrc(algorithm, a, combineCrc(algorithm, b, c, sizes.c), sizes.b + sizes.c)
      expect(left).to.deep.equal(right)
    })
  }
})
