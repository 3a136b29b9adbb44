import { expect } from 'chai'
import { createDeliveryLog, type Delivery } from '../../../src/core/events/delivery-log.ts'

const delivery = (key: string): Delivery => ({
  destination: 'notify:hook',
  name: 'ObjectCreated:Put',
  key,
  at: 1,
  milliseconds: 1,
  attempt: 1,
  outcome: 'delivered',
  problem: undefined,
})

describe('the log of deliveries', () => {
  it('keeps the newest hundred of a bucket', () => {
    const log = createDeliveryLog()
    for (let n = 0; n < 150; n++) log.note(1, delivery(String(n)))
    expect(log.list(1).map(({ key }) => key)).to.deep.equal(
      Array.from({ length: 100 }, (_, n) => String(149 - n)),
    )
  })

  it('forgets the bucket that has been silent for longest', () => {
    const log = createDeliveryLog()
    for (let bucket = 0; bucket < 1000; bucket++) log.note(bucket, delivery('a'))
    log.note(0, delivery('b'))
    log.note(1000, delivery('a'))
    expect(log.list(0)).to.have.length(2)
    expect(log.list(1)).to.deep.equal([])
    expect(log.list(1000)).to.have.length(1)
  })
})
