import { expect } from 'chai'
import { bucketOfArn } from '../../../src/core/buckets/bucket-arn.ts'
import { checkIntelligentTiering } from '../../../src/core/buckets/intelligent-tiering.ts'
import { checkInventory, type InventoryConfiguration } from '../../../src/core/buckets/inventory.ts'
import { checkMetrics } from '../../../src/core/buckets/metrics.ts'
import { checkRedirectLocation } from '../../../src/core/objects/redirect-location.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { thrown } from '../thrown.ts'

const code = (work: () => void) => (thrown(work) as { code?: string }).code

describe('checkIntelligentTiering', () => {
  const check =
    (...tierings: Parameters<typeof checkIntelligentTiering>[0]['tierings']) =>
    () => {
      checkIntelligentTiering({ id: 'a', isEnabled: true, tierings })
    }
  const archive = (days: number) => ({ accessTier: 'ARCHIVE_ACCESS', days }) as const
  const deep = (days: number) => ({ accessTier: 'DEEP_ARCHIVE_ACCESS', days }) as const

  it('takes tiers within their days', () => {
    for (const fitting of [check(archive(90)), check(deep(730)), check(archive(179), deep(180))]) fitting()
  })

  it('refuses days outside, a tier twice, and the deeper tier first', () => {
    const bad = [
      check(archive(89)),
      check(archive(731)),
      check(deep(179)),
      check(archive(90), archive(91)),
      check(archive(200), deep(200)),
    ]
    for (const unfit of bad) expect(code(unfit)).to.equal('InvalidArgument')
    expect(code(check())).to.equal('MalformedXML')
  })
})

describe('checkInventory', () => {
  const inventory: InventoryConfiguration = {
    id: 'a',
    isEnabled: true,
    includedVersions: 'Current',
    frequency: 'Daily',
    optionalFields: ['Size'],
    destination: { bucket: 'arn:aws:s3:::reports', format: 'CSV' },
  }
  const check = (changes: Partial<InventoryConfiguration>) => () => {
    checkInventory({ ...inventory, ...changes })
  }

  it('takes CSV into a bucket named by its ARN', () => {
    check({})()
    expect(bucketOfArn('arn:aws:s3:::reports')).to.equal('reports')
    expect(code(check({ destination: { bucket: 'reports', format: 'CSV' } }))).to.equal('InvalidArgument')
  })

  it('refuses formats that are not written, and fields given twice', () => {
    for (const format of ['ORC', 'Parquet']) {
      expect(code(check({ destination: { ...inventory.destination, format } }))).to.equal('NotImplemented')
    }
    expect(code(check({ optionalFields: ['Size', 'Size'] }))).to.equal('InvalidArgument')
  })
})

describe('A filter of objects', () => {
  it('has a prefix that a key can have', () => {
    checkMetrics({ id: 'a', filter: { prefix: 'p'.repeat(1024), tags: [] } })
    expect(
      code(() => {
        checkMetrics({ id: 'a', filter: { prefix: 'é'.repeat(513), tags: [] } })
      }),
    ).to.equal('InvalidArgument')
  })
})

describe('checkRedirectLocation', () => {
  it('takes paths and URLs of the web of at most 2,048 characters', () => {
    for (const fitting of ['/a', 'http://a.org', 'https://a.org/b?c', '/'.repeat(2048)])
      checkRedirectLocation(fitting)
    for (const unfit of ['', 'a', 'ftp://a.org', '//'.repeat(1025)]) {
      expect(
        code(() => {
          checkRedirectLocation(unfit)
        }),
      ).to.equal('InvalidRedirectLocation')
    }
  })
})

describe('The documents of a bucket', () => {
  const caller = callerOf(alice)
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  before(async () => {
    store = await openTemporaryCore()
    for (const name of ['photos', 'dotted.name']) {
      await store.core.buckets.create(caller, name, { acl: {}, locationConstraint: undefined })
    }
  })
  after(() => store.close())

  it('are at most a thousand of one kind', async () => {
    const { metrics } = store.core.buckets
    await store.metadata.transaction(async (tx) => {
      const bucket = await tx.findBucket('', 'photos')
      if (!bucket) throw new Error('There is no bucket.')
      const many = Array.from({ length: 1000 }, (_, n) => ({ id: `m${String(n)}` }))
      await tx.putBucketConfiguration(bucket.id, { ...bucket.configuration, metrics: many })
    })
    expect(await rejection(metrics.put(caller, 'photos', { id: 'more' }))).to.include({
      code: 'TooManyConfigurations',
    })
    await metrics.put(caller, 'photos', { id: 'm5' })
  })

  it('are told apart by ids of 64 letters, digits, dots, dashes and underscores', async () => {
    const { metrics } = store.core.buckets
    for (const id of ['', 'a'.repeat(65), 'a b', 'ä']) {
      expect(await rejection(metrics.put(caller, 'dotted.name', { id }))).to.include({
        code: 'InvalidArgument',
      })
    }
    await metrics.put(caller, 'dotted.name', { id: `A-z_0.9${'a'.repeat(57)}` })
  })

  it('of acceleration want a name without dots', async () => {
    expect(await rejection(store.core.buckets.putAcceleration(caller, 'dotted.name', 'Enabled'))).to.include({
      code: 'InvalidRequest',
    })
  })

  it('with an empty set of tags have none', async () => {
    await store.core.buckets.putTags(caller, 'photos', [])
    expect(await rejection(store.core.buckets.getTags(caller, 'photos'))).to.include({ code: 'NoSuchTagSet' })
  })

  it('have fifty tags at most', async () => {
    const tags = Array.from({ length: 51 }, (_, n) => ({ key: `k${String(n)}`, value: '' }))
    expect(await rejection(store.core.buckets.putTags(caller, 'photos', tags))).to.include({
      code: 'BadRequest',
    })
    await store.core.buckets.putTags(caller, 'photos', tags.slice(1))
  })
})
