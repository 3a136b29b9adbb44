import { expect } from 'chai'
import { createServer, type AddressInfo } from 'node:net'
import { webhookSender } from '../../src/targets/webhook.ts'
import { rejection } from '../contracts/rejection.ts'
import { startWebReceiver, type WebReceiver } from '../support/web-receiver.ts'

describe('webhookSender', () => {
  let receiver: WebReceiver

  before(async () => {
    receiver = await startWebReceiver()
  })
  after(() => receiver.close())

  const send = (url: string) => webhookSender(new URL(url)).send('{}', { key: 'k' })

  it('posts JSON, with the login that its URL holds and without the secret', async () => {
    const url = new URL(receiver.url)
    Object.assign(url, { username: 'me', password: 'p:w', hash: 'secret' })
    await send(url.href)
    const { headers, body } = receiver.received[0] ?? {}
    expect(body).to.equal('{}')
    expect(headers).to.include({
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from('me:p:w').toString('base64')}`,
    })
    expect(headers).to.have.property('x-seau-signature')
  })

  it('signs nothing without a secret', async () => {
    await send(receiver.url)
    expect(receiver.received.at(-1)?.headers).to.not.have.property('x-seau-signature')
  })

  for (const status of [302, 404, 500]) {
    it(`takes ${String(status)} for a failure`, async () => {
      receiver.answerWith(status)
      expect(await rejection(send(receiver.url))).to.have.property(
        'message',
        `The target answered with ${String(status)}.`,
      )
    })
  }

  it('does not wait for ever', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as AddressInfo
    const sender = webhookSender(new URL(`http://127.0.0.1:${String(port)}/`), { timeoutMs: 50 })
    expect(await rejection(sender.send('{}', { key: 'k' }))).to.have.property('name', 'TimeoutError')
    silent.close()
  })
})
