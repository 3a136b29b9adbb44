import { expect } from 'chai'
import { noRequestLog } from '../../src/core/request-log/no-request-log.ts'
import { requestEntry } from '../core/request-log/request-entries.ts'
import { requestsWithinRoom } from '../../src/metadata/requests-within-room.ts'

describe('the log of requests on a disk', () => {
  it('takes entries while there is room, and none beyond', async () => {
    let hasRoom = true
    const room = { claim: () => hasRoom, has: () => hasRoom }
    const taking = {
      ...noRequestLog,
      append: (entries: readonly unknown[]) => Promise.resolve(entries.length),
    }
    const log = requestsWithinRoom(taking, room)
    expect(await log.append([requestEntry({})])).to.equal(1)
    hasRoom = false
    expect(await log.append([requestEntry({})])).to.equal(0)
  })
})
