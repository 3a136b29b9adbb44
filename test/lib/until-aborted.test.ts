import { setImmediate } from 'node:timers/promises'
import { expect } from 'chai'
import { untilAborted } from '../../src/lib/until-aborted.ts'
import { rejection } from '../contracts/rejection.ts'

async function* numbers() {
  for (let value = 1; ; value += 1) yield await Promise.resolve(value)
}

describe('untilAborted', () => {
  it('passes everything on while nobody aborts', async () => {
    async function* three() {
      yield await Promise.resolve('a')
      yield 'b'
      yield 'c'
    }
    const seen: string[] = []
    for await (const item of untilAborted(three(), new AbortController().signal)) seen.push(item)
    expect(seen).to.deep.equal(['a', 'b', 'c'])
  })

  it('stops between two items', async () => {
    const abort = new AbortController()
    const seen: number[] = []
    const read = async () => {
      for await (const item of untilAborted(numbers(), abort.signal)) {
        seen.push(item)
        if (item === 3) abort.abort()
      }
    }
    expect(await rejection(read())).to.equal(abort.signal.reason)
    expect(seen).to.deep.equal([1, 2, 3])
  })

  it('stops a source that is stuck, with the reason given', async () => {
    const reason = new Error('The client is too slow.')
    const abort = new AbortController()
    async function* stuck() {
      yield await Promise.resolve(1)
      await new Promise(() => undefined)
    }
    const items = untilAborted(stuck(), abort.signal)
    await items.next()
    const next = items.next()
    setTimeout(() => {
      abort.abort(reason)
    })
    expect(await rejection(next)).to.equal(reason)
  })

  it('ends the source when the reader leaves', async () => {
    let isEnded = false
    async function* source() {
      try {
        yield* numbers()
      } finally {
        isEnded = true
      }
    }
    for await (const item of untilAborted(source(), new AbortController().signal)) if (item === 2) break
    await setImmediate() // The end of the source is not waited for.
    expect(isEnded).to.equal(true)
  })
})
