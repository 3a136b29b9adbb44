import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { serveDelivery, type ServedDelivery } from './served-delivery.ts'

const mebibyte = 2 ** 20

describe('A long download', () => {
  let served: ServedDelivery
  before(async () => {
    served = await serveDelivery()
    await served.put('large.bin', Buffer.alloc(32 * mebibyte, 'x'))
  })
  after(() => served.close())

  const open = async () => {
    const sent = request({ ...served.address, path: '/large.bin' })
    sent.end()
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    return response
  }

  it('is read no faster than its client takes it', async () => {
    const before = served.bytesRead()
    const response = await open()
    await wait(200)
    expect(served.bytesRead() - before).to.be.within(1, 16 * mebibyte)
    response.destroy()
  })

  it('is read no further once its client has gone', async () => {
    const response = await open()
    await once(response, 'readable')
    response.destroy()
    await wait(100)
    const before = served.bytesRead()
    await wait(100)
    expect(served.bytesRead()).to.equal(before)
    expect(served.openReads()).to.equal(0)
  })
})
