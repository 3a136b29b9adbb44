import { expect } from 'chai'
import { createRequestRecorder } from '../../../src/core/request-log/request-recorder.ts'
import { requestEntry } from './request-entries.ts'
import type { RequestEntry } from '../../../src/core/request-log/request-entry.ts'

describe('the recorder of requests', () => {
  const noFault = (error: unknown) => {
    throw error
  }

  it('gathers entries and writes them in batches', async () => {
    const batches: (readonly RequestEntry[])[] = []
    const write = (entries: readonly RequestEntry[]) => {
      batches.push(entries)
      return Promise.resolve(entries.length)
    }
    const recorder = createRequestRecorder({ write, onFault: noFault, everyMs: 5 })
    for (let n = 0; n < 1500; n++) recorder.record(requestEntry({ requestId: String(n) }))
    expect(batches).to.have.length(0)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(batches.map(({ length }) => length)).to.deep.equal([1000, 500])
    recorder.record(requestEntry({ requestId: 'last' }))
    await recorder.close()
    expect(batches.at(-1)).to.have.length(1)
  })

  it('drops what comes faster than it can be written, and counts it', async () => {
    let written = 0
    const write = (entries: readonly RequestEntry[]) => {
      written += entries.length - 1
      return Promise.resolve(entries.length - 1)
    }
    const recorder = createRequestRecorder({ write, onFault: noFault, capacity: 10 })
    for (let n = 0; n < 25; n++) recorder.record(requestEntry({}))
    await recorder.close()
    expect(written).to.equal(9)
    expect(recorder.dropped(), 'one of them found no room').to.equal(16)
  })

  it('goes on after a write that failed', async () => {
    const faults: unknown[] = []
    const written: number[] = []
    const write = (entries: readonly RequestEntry[]) => {
      if (faults.length === 0) return Promise.reject(new Error('The disk is full.'))
      written.push(entries.length)
      return Promise.resolve(entries.length)
    }
    const recorder = createRequestRecorder({ write, onFault: (error) => faults.push(error) })
    for (let n = 0; n < 1001; n++) recorder.record(requestEntry({}))
    await recorder.close()
    expect(faults).to.have.length(1)
    expect(written).to.deep.equal([1])
    expect(recorder.dropped()).to.equal(1000)
  })
})
