import { EventEmitter } from 'node:events'
import { expect } from 'chai'
import { openChannel, type MessagePort } from '../../src/cluster/channel.ts'

/** Two ports that hand each other copies of what is sent, as processes do. */
function connected(): readonly [MessagePort & { close(): void }, MessagePort & { close(): void }] {
  const [left, right] = [new EventEmitter(), new EventEmitter()]
  const port = (mine: EventEmitter, other: EventEmitter) => ({
    send: (message: unknown) => {
      setImmediate(() => other.emit('message', structuredClone(message)))
    },
    onMessage: (listener: (message: unknown) => void) => {
      mine.on('message', listener)
    },
    onClose: (listener: () => void) => {
      mine.on('close', listener)
    },
    close: () => {
      mine.emit('close')
    },
  })
  return [port(left, right), port(right, left)]
}

describe('a channel between processes', () => {
  it('brings each answer to the question that it belongs to', async () => {
    const [here, there] = connected().map(openChannel)
    there?.answer('double', async (n) => {
      await new Promise((resolve) => setTimeout(resolve, 10 - Number(n)))
      return Number(n) * 2
    })
    const answers = await Promise.all([1, 5, 9].map(async (n) => here?.ask('double', n)))
    expect(answers).to.deep.equal([2, 10, 18])
  })

  it('asks both ways at once', async () => {
    const [here, there] = connected().map(openChannel)
    here?.answer('name', () => 'here')
    there?.answer('name', () => 'there')
    const [mine, theirs] = [here?.ask('name'), there?.ask('name')]
    expect([await mine, await theirs]).to.deep.equal(['there', 'here'])
  })

  it('rejects with what the other end threw', async () => {
    const [here, there] = connected().map(openChannel)
    there?.answer('fail', () => {
      throw new Error('no')
    })
    const error = await here?.ask('fail').catch((reason: unknown) => reason)
    expect(String(error)).to.contain('no')
  })

  it('rejects what is still open when the other end goes away', async () => {
    const [here, there] = connected()
    const channel = openChannel(here)
    openChannel(there).answer('never', () => new Promise(() => undefined))
    const asked = channel.ask('never').catch((reason: unknown) => reason)
    here.close()
    expect(await asked).to.be.instanceOf(Error)
  })
})
