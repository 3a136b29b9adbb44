import { expect } from 'chai'
import { logFolder, logName } from '../../../src/core/logging/log-key.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { alice, callerOf } from '../projects.ts'
import type { BucketLogging } from '../../../src/core/buckets/logging.ts'
import type { Bucket } from '../../../src/core/buckets/bucket.ts'

const times = { event: Date.UTC(2030, 0, 31, 23, 59, 59), delivery: Date.UTC(2030, 1, 1, 0, 5, 6) }
const target: BucketLogging = { targetBucket: 'logs', targetPrefix: 'p/' }
const byEvent = { ...target, keyFormat: { kind: 'partitioned', dateSource: 'EventTime' } } as const
const byDelivery = { ...target, keyFormat: { kind: 'partitioned', dateSource: 'DeliveryTime' } } as const

describe('the key of a log', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  let bucket: Bucket

  before(async () => {
    store = await openTemporaryCore()
    const settings = { acl: {}, locationConstraint: undefined }
    bucket = await store.core.buckets.create(callerOf(alice), 'photos', settings)
  })
  after(() => store.close())

  it('is the prefix and the time of the delivery', () => {
    expect(logFolder(bucket, target, times) + logName(target, times, 'U')).to.equal('p/2030-02-01-00-05-06-U')
  })
  it('has folders by the day of the delivery', () => {
    const key = logFolder(bucket, byDelivery, times) + logName(byDelivery, times, 'U')
    expect(key).to.equal(`p/${alice.id}/us-east-1/photos/2030/02/01/2030-02-01-00-05-06-U`)
  })
  it('has folders by the day of the events, whose hour it leaves open', () => {
    const key = logFolder(bucket, byEvent, times) + logName(byEvent, times, 'U')
    expect(key).to.equal(`p/${alice.id}/us-east-1/photos/2030/01/31/2030-01-31-00-00-00-U`)
  })
})
