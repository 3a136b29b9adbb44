import { expect } from 'chai'
import { kafkaSender } from '../../src/targets/kafka.ts'
import { rejection } from '../contracts/rejection.ts'

type Library = Awaited<ReturnType<NonNullable<Parameters<typeof kafkaSender>[1]>>>

/** In place of kafkajs: a broker is too much to start for a test. */
function fakeLibrary(calls: unknown[], isUp: () => boolean): Library {
  class Kafka {
    constructor(options: object) {
      calls.push(options)
    }
    producer = () => ({
      connect: () => Promise.resolve(calls.push('connect')),
      disconnect: () => Promise.resolve(calls.push('disconnect')),
      send: (record: object) => {
        calls.push(record)
        return isUp() ? Promise.resolve([]) : Promise.reject(new Error('down'))
      },
    })
  }
  return { Kafka, logLevel: { NOTHING: 0 } } as unknown as Library
}

describe('kafkaSender', () => {
  it('writes to the topic that its URL names, keyed by the object', async () => {
    const calls: unknown[] = []
    const url = new URL('kafka://me:pw@broker:9092/my.topic?tls=on&mechanism=scram-sha-512')
    const sender = kafkaSender(url, () => Promise.resolve(fakeLibrary(calls, () => true)))
    await sender.send('one', { key: 'b/k' })
    await sender.send('two', { key: 'b/k' })
    await sender.close()
    expect(calls[0]).to.deep.include({
      brokers: ['broker:9092'],
      ssl: true,
      sasl: { mechanism: 'scram-sha-512', username: 'me', password: 'pw' },
    })
    const record = (value: string) => ({ topic: 'my.topic', acks: -1, messages: [{ key: 'b/k', value }] })
    expect(calls.slice(1)).to.deep.equal(['connect', record('one'), record('two'), 'disconnect'])
  })

  it('connects anew after a failure', async () => {
    const calls: unknown[] = []
    let isUp = false
    const url = new URL('kafka://broker:9092/t')
    const sender = kafkaSender(url, () => Promise.resolve(fakeLibrary(calls, () => isUp)))
    expect(await rejection(sender.send('one', { key: 'k' }))).to.have.property('message', 'down')
    isUp = true
    await sender.send('one', { key: 'k' })
    expect(calls.filter((call) => call === 'connect')).to.have.length(2)
  })
})
