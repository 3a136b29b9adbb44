import { expect } from 'chai'
import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { hmacKey, hmacSha256, hmacSha256Hex } from '../../src/lib/hmac.ts'

const reference = (key: string | Buffer, data: string | Buffer) =>
  createHmac('sha256', key).update(data).digest()

describe('HMAC-SHA256 in one-shot hashes', () => {
  it("agrees with node's createHmac for keys and messages of any length", () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array))
    fc.assert(
      fc.property(bytes, bytes, (key, data) => {
        expect(hmacSha256(hmacKey(key), data).equals(reference(key, data))).to.equal(true)
      }),
      { seed: 3 },
    )
  })

  it('takes strings as UTF-8', () => {
    const expected = reference('clé ключ', 'données 🪣').toString('hex')
    expect(hmacSha256Hex(hmacKey('clé ключ'), 'données 🪣')).to.equal(expected)
  })

  it('hashes a key longer than a block of 64 bytes first', () => {
    const longKey = 'k'.repeat(65)
    expect(hmacSha256Hex(hmacKey(longKey), 'data')).to.equal(reference(longKey, 'data').toString('hex'))
  })
})
