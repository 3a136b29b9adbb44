import { expect } from 'chai'
import { deliverEvents, GiveUp, mostAttempts } from '../../../src/core/events/deliver-events.ts'
import { createDeliveryLog, type DeliveryLog } from '../../../src/core/events/delivery-log.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import type { NewEvent, OutboxEvent } from '../../../src/core/events/outbox.ts'

const destination = 'notify:hook'
const cause = {
  bucket: 'b',
  region: 'r',
  ownerId: '',
  principalId: '',
  sourceAddress: '',
  requestId: '',
}
const event = (key: string, at: number): NewEvent => {
  const facts = { name: 'ObjectCreated:Put' as const, configurationId: '1', cause, object: {} }
  return { destination, bucketId: 1, key, at, body: { kind: 'notification', facts } }
}

describe('deliverEvents', () => {
  let store: Awaited<ReturnType<typeof openTemporaryCore>>
  let now = 1000
  let log: DeliveryLog

  beforeEach(async () => {
    now = 1000
    log = createDeliveryLog()
    store = await openTemporaryCore()
  })
  afterEach(() => store.close())

  const append = (...events: NewEvent[]) => store.metadata.transaction((tx) => tx.appendEvents(events))
  const run = (
    deliver: (event: OutboxEvent) => Promise<void>,
    onDead?: (event: OutboxEvent) => Promise<void>,
  ) =>
    deliverEvents(
      { metadata: store.metadata, clock: { now: () => now } },
      log,
    )({
      destination,
      deliver,
      signal: new AbortController().signal,
      batch: 10,
      ...(onDead && { onDead }),
    })
  const taking = (seen: string[]) => (given: OutboxEvent) => {
    seen.push(`${given.key}${String(given.at)}`)
    return Promise.resolve()
  }
  const failing = () => Promise.reject(new Error('away'))
  const list = () => store.metadata.outbox.list({ after: 0, limit: 100 })

  it('delivers each event once and forgets it', async () => {
    await append(event('a', 1), event('b', 2), event('a', 3))
    const seen: string[] = []
    expect(await run(taking(seen))).to.equal(3)
    expect(seen.toSorted()).to.deep.equal(['a1', 'a3', 'b2'])
    expect(seen.indexOf('a1')).to.be.lessThan(seen.indexOf('a3'))
    expect(await list()).to.deep.equal([])
  })

  it('keeps on record what became of each attempt, the newest first', async () => {
    await append(event('a', 1), event('a', 2))
    await run(failing)
    now += 3_600_000
    await run((given) => {
      now += 5
      return taking([])(given)
    })
    const tried = { destination, name: 'ObjectCreated:Put', key: 'a' }
    const delivered = { ...tried, milliseconds: 5, outcome: 'delivered', problem: undefined }
    expect(log.list(1)).to.deep.equal([
      { ...delivered, at: 3_601_010, attempt: 1 },
      { ...delivered, at: 3_601_005, attempt: 2 },
      { ...tried, at: 1000, milliseconds: 0, attempt: 1, outcome: 'failed', problem: 'away' },
    ])
    expect(log.list(2)).to.deep.equal([])
  })

  it('keeps the order of a key over a failure, and lets other keys pass', async () => {
    await append(event('a', 1), event('a', 2), event('b', 3))
    const seen: string[] = []
    await run((given) => (given.at === 1 ? failing() : taking(seen)(given)))
    await append(event('a', 4))
    await run(taking(seen))
    expect(seen).to.deep.equal(['b3'])
    now += 2000
    await run(taking(seen))
    expect(seen).to.deep.equal(['b3', 'a1', 'a2', 'a4'])
  })

  it('notes why it failed, and counts only what it has tried', async () => {
    await append(event('a', 1), event('a', 2))
    await run(failing)
    const [first, second] = await list()
    expect(first).to.include({ attempts: 1, problem: 'away', state: 'waiting' })
    expect(second).to.include({ attempts: 0, problem: undefined })
  })

  it('gives an event up after so many attempts, and goes on behind it', async () => {
    await append(event('a', 1), event('a', 2))
    const [seen, dead]: [string[], string[]] = [[], []]
    for (let n = 0; n < mostAttempts; n++) {
      await run((given) => (given.at === 1 ? failing() : taking(seen)(given)), taking(dead))
      now += 3_600_000
    }
    await run(taking(seen))
    expect([seen, dead]).to.deep.equal([['a2'], ['a1']])
    expect((await list()).map(({ state }) => state)).to.deep.equal(['dead'])
  })

  it('gives up at once what makes no sense to repeat, and delivers it after a replay', async () => {
    await append(event('a', 1))
    await run(() => Promise.reject(new GiveUp('never')))
    const seen: string[] = []
    await run(taking(seen))
    expect(seen).to.deep.equal([])
    expect(await store.metadata.outbox.replay({ destination }, now)).to.equal(1)
    await run(taking(seen))
    expect(seen).to.deep.equal(['a1'])
  })

  it('replays what was given up of one bucket', async () => {
    await append(event('a', 1), { ...event('b', 2), bucketId: 2 })
    await run(() => Promise.reject(new GiveUp('no')))
    expect(await store.metadata.outbox.replay({ bucketId: 2 }, now)).to.equal(1)
    const waiting = await store.metadata.outbox.list({ state: 'waiting', after: 0, limit: 100 })
    expect(waiting.map(({ key }) => key)).to.deep.equal(['b'])
    expect(await store.metadata.outbox.list({ bucketId: 2, after: 0, limit: 100 })).to.have.length(1)
  })

  it('never gives two deliverers the same event', async () => {
    await append(...Array.from({ length: 50 }, (_, n) => event(`k${String(n % 7)}`, n)))
    const seen: string[] = []
    await Promise.all([run(taking(seen)), run(taking(seen)), run(taking(seen))])
    await run(taking(seen))
    expect(seen).to.have.length(50)
    expect(new Set(seen).size).to.equal(50)
  })

  it('delivers again what a deliverer that ended had claimed, and settles only its own claim', async () => {
    await append(event('a', 1))
    const { outbox } = store.metadata
    const [lost] = await outbox.claim({ destination, now, until: now + 100, limit: 1 })
    expect(await outbox.claim({ destination, now, until: now + 100, limit: 1 })).to.deep.equal([])
    now += 200
    const [again] = await outbox.claim({ destination, now, until: now + 100, limit: 1 })
    expect(again).to.include({ id: lost?.id, attempts: 2 })
    if (!lost || !again) throw new Error('Nothing was claimed.')
    await outbox.settle([{ event: lost, outcome: { kind: 'delivered' } }])
    expect(await list()).to.have.length(1)
    await outbox.settle([{ event: again, outcome: { kind: 'delivered' } }])
    expect(await list()).to.deep.equal([])
  })

  it('counts what waits and what was given up', async () => {
    await append(event('a', 5), event('b', 7))
    await run((given) => Promise.reject(given.at === 5 ? new GiveUp('never') : new Error('away')))
    expect(await store.metadata.outbox.backlogs()).to.deep.equal([
      { destination, waiting: 1, dead: 1, oldest: 7 },
    ])
  })
})
