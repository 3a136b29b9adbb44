import { expect } from 'chai'
import { createQuotaMeter } from '../../../src/core/usage/quota-meter.ts'
import type { ObjectPut } from '../../../src/core/objects/object-write.ts'
import type { VersionFacts } from '../../../src/core/objects/write-changes.ts'
import type { Allowance } from '../../../src/core/usage/allowance.ts'
import type { ProjectQuota } from '../../../src/core/usage/quota.ts'

const project = (quota: ProjectQuota, usage = { objects: 0, bytes: 0, partBytes: 0 }): Allowance => ({
  of: 'project:p',
  quota,
  usage,
})

const put = (bucketId: number, size: number, rest: Partial<ObjectPut> = {}): ObjectPut => ({
  kind: 'put',
  bucketId,
  key: 'k',
  size,
  etag: 'e',
  ownerId: 'o',
  storageClass: 'STANDARD',
  attributes: {},
  content: { kind: 'blob', blobId: 'b' },
  now: 0,
  trashAfter: 0,
  ...rest,
})

const version = (size: number): VersionFacts => ({
  sequence: 1,
  versionId: 'null',
  isDeleteMarker: false,
  size,
  etag: 'e',
  lastModified: 0,
  isInline: false,
  blobId: 'b',
  partCount: 0,
  isAnnotated: false,
  lock: undefined,
  source: 'objects',
})

describe('createQuotaMeter', () => {
  it('lets what it was told of count for the next write, in other buckets of the project too', () => {
    const meter = createQuotaMeter(() => [project({ bytes: 10 })])
    expect(meter.refusalOf(put(1, 6), undefined)).to.equal(undefined)
    meter.count(1, [], [version(6)])
    expect(meter.refusalOf(put(2, 5), undefined)).to.include({ kind: 'refused', code: 'QuotaExceeded' })
    expect(meter.refusalOf(put(2, 4), undefined)).to.equal(undefined)
    meter.count(1, [version(6)], [])
    expect(meter.refusalOf(put(2, 10), undefined)).to.equal(undefined)
  })

  it('counts the parts of unfinished uploads', () => {
    const meter = createQuotaMeter(() => [project({ bytes: 10 }, { objects: 0, bytes: 1, partBytes: 5 })])
    expect(meter.refusalOf(put(1, 4), undefined)).to.equal(undefined)
    expect(meter.refusalOf(put(1, 5), undefined)).to.include({ code: 'QuotaExceeded' })
    expect(meter.refusalOf(put(1, 9, { frees: { objects: 0, bytes: 5 } }), undefined)).to.equal(undefined)
  })

  it('takes what a write replaces for free, and never refuses what adds nothing', () => {
    const meter = createQuotaMeter(() => [
      project({ objects: 1, bytes: 10 }, { objects: 2, bytes: 20, partBytes: 0 }),
    ])
    expect(meter.refusalOf(put(1, 8), version(8))).to.equal(undefined)
    expect(meter.refusalOf(put(1, 9), version(8))).to.deep.include({
      code: 'QuotaExceeded',
      detail: { Quota: 'bytes', Maximum: 10 },
    })
    expect(meter.refusalOf(put(1, 0), undefined)).to.deep.include({
      detail: { Quota: 'objects', Maximum: 1 },
    })
  })

  it('bounds a single object', () => {
    const meter = createQuotaMeter(() => [project({ objectBytes: 3 })])
    expect(meter.refusalOf(put(1, 3), undefined)).to.equal(undefined)
    expect(meter.refusalOf(put(1, 4), undefined)).to.include({ code: 'EntityTooLarge' })
  })
})
