import { expect } from 'chai'
import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { stopOnSignal } from '../../src/cli/stop-on-signal.ts'

describe('stopOnSignal', () => {
  const startWaiting = () => {
    const signals = new EventEmitter()
    const seen = { closed: 0, exits: [] as number[], isDone: false }
    const clock = { now: 1000 }
    let finish: () => void = () => undefined
    const close = () => {
      seen.closed += 1
      return new Promise<void>((resolve) => {
        finish = resolve
      })
    }
    const exit = (code: number) => seen.exits.push(code)
    const done = stopOnSignal(close, { exit, now: () => clock.now, signals }).then(() => {
      seen.isDone = true
    })
    return {
      signals,
      seen,
      clock,
      done,
      finish: () => {
        finish()
      },
    }
  }

  for (const signal of ['SIGINT', 'SIGTERM']) {
    it(`closes on ${signal} and is done once closed`, async () => {
      const { signals, seen, done, finish } = startWaiting()
      await setImmediate()
      expect(seen.closed).to.equal(0)
      signals.emit(signal, signal)
      await setImmediate()
      expect(seen).to.deep.equal({ closed: 1, exits: [], isDone: false })
      finish()
      await done
      expect(seen.exits).to.deep.equal([])
    })
  }

  it('takes the same Ctrl-C, passed on by npm, for one', async () => {
    const { signals, seen, clock } = startWaiting()
    signals.emit('SIGINT', 'SIGINT')
    clock.now += 499
    signals.emit('SIGINT', 'SIGINT')
    await setImmediate()
    expect(seen).to.deep.equal({ closed: 1, exits: [], isDone: false })
  })

  it('exits at once on a second signal, half a second later', async () => {
    const { signals, seen, clock } = startWaiting()
    signals.emit('SIGINT', 'SIGINT')
    clock.now += 500
    signals.emit('SIGTERM', 'SIGTERM')
    await setImmediate()
    expect(seen).to.deep.equal({ closed: 1, exits: [143], isDone: false })
  })
})
