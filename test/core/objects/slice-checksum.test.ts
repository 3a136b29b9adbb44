import { expect } from 'chai'
import { sliceChecksum } from '../../../src/core/objects/slice-checksum.ts'
import type { Checksum, ObjectPart } from '../../../src/core/objects/object-version.ts'

const whole: Checksum = { algorithm: 'CRC32', type: 'COMPOSITE', value: 'whole-2' }
const part = (partNumber: number, size: number, checksum: string | undefined): ObjectPart => ({
  partNumber,
  size,
  etag: '0cc175b9c0f1b6a831c399e269772661',
  blobId: `blob-${String(partNumber)}`,
  checksum,
})
const parts = [part(1, 5, 'first'), part(2, 3, 'second')]
const of = (slice?: { start: number; end: number }, among = parts) =>
  sliceChecksum({ attributes: { checksum: whole } }, slice, among)

describe('The checksum of what is read', () => {
  it('is that of the object when all of it is', () => {
    expect(of()).to.equal(whole)
    expect(sliceChecksum({ attributes: {} }, undefined, parts)).to.equal(undefined)
  })

  it('is that of a part when the slice is exactly one', () => {
    expect(of({ start: 0, end: 4 })).to.deep.equal({ ...whole, value: 'first' })
    expect(of({ start: 5, end: 7 })).to.deep.equal({ ...whole, value: 'second' })
  })

  it('is unknown of any other slice, and of a part that has none', () => {
    for (const slice of [
      { start: 0, end: 3 },
      { start: 1, end: 4 },
      { start: 0, end: 7 },
      { start: 4, end: 7 },
    ]) {
      expect(of(slice)).to.equal(undefined)
    }
    expect(of({ start: 0, end: 4 }, [part(1, 5, undefined)])).to.equal(undefined)
    expect(of({ start: 0, end: 4 }, [])).to.equal(undefined)
  })
})
