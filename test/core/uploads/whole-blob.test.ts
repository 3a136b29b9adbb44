import { expect } from 'chai'
import { wholeBlob } from '../../../src/core/uploads/whole-blob.ts'
import type { Content, ObjectPart, ObjectVersion } from '../../../src/core/objects/object-version.ts'

const version = (content: Content, rest: Partial<ObjectVersion> = {}): ObjectVersion => ({
  bucketId: 1,
  key: 'key',
  sequence: 1,
  versionId: 'null',
  isDeleteMarker: false,
  size: 10,
  etag: '0cc175b9c0f1b6a831c399e269772661',
  lastModified: 0,
  ownerId: 'owner',
  storageClass: 'STANDARD',
  attributes: {},
  content,
  ...rest,
})
const parts: readonly ObjectPart[] = [
  { partNumber: 1, size: 4, etag: 'first', blobId: 'one', checksum: 'AAAAAA==' },
  { partNumber: 2, size: 6, etag: 'second', blobId: 'two', checksum: 'BBBBBB==' },
]
const blob: Content = { kind: 'blob', blobId: 'only' }
const crc = { checksum: { algorithm: 'CRC32', type: 'FULL_OBJECT', value: 'AAAAAA==' } } as const
const all = { slice: undefined, algorithm: undefined }

describe('wholeBlob', () => {
  it('finds the blob of an object that is copied whole', () => {
    expect(wholeBlob(version(blob), [], all)).to.include({ blobId: 'only', size: 10 })
  })

  it('finds the part that a range covers exactly', () => {
    const source = version({ kind: 'parts', count: 2 })
    expect(wholeBlob(source, parts, { ...all, slice: { start: 4, end: 9 } })).to.include({
      blobId: 'two',
      etag: 'second',
    })
  })

  it('finds none when the range ends within a blob or spans two', () => {
    const source = version({ kind: 'parts', count: 2 })
    expect(wholeBlob(source, parts, { ...all, slice: { start: 0, end: 2 } })).to.equal(undefined)
    expect(wholeBlob(source, parts, { ...all, slice: { start: 2, end: 7 } })).to.equal(undefined)
    expect(wholeBlob(source, parts, all)).to.equal(undefined)
  })

  it('finds none for bytes that are kept inline', () => {
    expect(wholeBlob(version({ kind: 'inline', data: Buffer.alloc(10) }), [], all)).to.equal(undefined)
  })

  it('wants the checksum that the upload has', () => {
    expect(
      wholeBlob(version(blob, { attributes: crc }), [], { ...all, algorithm: 'CRC32' })?.checksum,
    ).to.equal('AAAAAA==')
    expect(wholeBlob(version(blob, { attributes: crc }), [], { ...all, algorithm: 'SHA256' })).to.equal(
      undefined,
    )
    expect(wholeBlob(version(blob), [], { ...all, algorithm: 'CRC32' })).to.equal(undefined)
  })

  it('finds none whose ETag is not the MD5 of its bytes', () => {
    expect(wholeBlob(version(blob, { etag: '0cc175b9c0f1b6a831c399e269772661-1' }), [], all)).to.equal(
      undefined,
    )
  })
})
