import { expect } from 'chai'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createClient } from 'redis'
import { natsSender } from '../../src/targets/nats.ts'
import { redisSender } from '../../src/targets/redis.ts'
import { rejection } from '../contracts/rejection.ts'
import { isInstalled, startBroker } from '../support/broker.ts'

type Broker = Awaited<ReturnType<typeof startBroker>>

const document = JSON.stringify({ key: 'é\r\nPUB x 1' })
const send = (sender: ReturnType<typeof redisSender>) => sender.send(document, { key: 'k' })

describe('redisSender', function () {
  let broker: Broker | undefined

  before(async function () {
    // Without a Redis on this machine there is nothing to talk to.
    if (!isInstalled('redis-server')) this.skip()
    broker = await startBroker('redis-server', (port) => ['--port', String(port), '--save', ''])
  })
  after(() => broker?.close())

  const urlOf = (rest: string) => new URL(`redis://127.0.0.1:${String(broker?.port)}/${rest}`)

  it('appends to a list', async () => {
    const sender = redisSender(urlOf('events'))
    await send(sender)
    await send(sender)
    const client = await createClient({ url: urlOf('').href }).connect()
    expect(await client.lRange('events', 0, -1)).to.deep.equal([document, document])
    client.destroy()
    await sender.close()
  })

  it('publishes on a channel', async () => {
    const client = await createClient({ url: urlOf('').href }).connect()
    const heard = new Promise((resolve) => void client.subscribe('news', resolve))
    const sender = redisSender(urlOf('news?mode=pubsub'))
    await send(sender)
    expect(await heard).to.equal(document)
    client.destroy()
    await sender.close()
  })

  it('fails while there is no server', async () => {
    const sender = redisSender(new URL('redis://127.0.0.1:1/events'))
    expect(await rejection(send(sender))).to.be.instanceOf(Error)
    await sender.close()
  })
})

describe('natsSender', function () {
  let broker: Broker | undefined

  before(async function () {
    // Without a NATS server on this machine there is nothing to talk to.
    if (!isInstalled('nats-server')) this.skip()
    const login = ['--user', 'me', '--pass', 'secret']
    broker = await startBroker('nats-server', (port) => ['-a', '127.0.0.1', '-p', String(port), ...login])
  })
  after(() => broker?.close())

  const urlOf = (login: string) => new URL(`nats://${login}@127.0.0.1:${String(broker?.port)}/seau.events`)

  it('publishes on a subject', async () => {
    const subscriber = connect({ host: '127.0.0.1', port: broker?.port ?? 0 })
    subscriber.write('CONNECT {"user":"me","pass":"secret","verbose":false}\r\nSUB seau.* 1\r\nPING\r\n')
    await textWith(subscriber, 'PONG')
    const heard = textWith(subscriber, 'x 1"}')
    const sender = natsSender(urlOf('me:secret'))
    await send(sender)
    await send(sender)
    expect(await heard).to.include(
      `MSG seau.events 1 ${String(Buffer.byteLength(document))}\r\n${document}\r\n`,
    )
    await sender.close()
    subscriber.destroy()
  })

  it('fails with a wrong password', async () => {
    const sender = natsSender(urlOf('me:wrong'))
    expect(await rejection(send(sender))).to.be.instanceOf(Error)
    await sender.close()
  })

  it('connects anew after the server was away', async () => {
    const sender = natsSender(urlOf('me:secret'))
    await send(sender)
    const port = broker?.port
    await broker?.close()
    expect(await rejection(send(sender))).to.be.instanceOf(Error)
    const login = ['--user', 'me', '--pass', 'secret']
    broker = await startBroker('nats-server', () => ['-a', '127.0.0.1', '-p', String(port), ...login], port)
    await send(sender)
    await sender.close()
  })
})

/** What a socket says until some words have come. */
async function textWith(socket: Socket, words: string): Promise<string> {
  let text = ''
  while (!text.includes(words)) {
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    text += chunk.toString()
  }
  return text
}
