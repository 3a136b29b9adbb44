import { expect } from 'chai'
import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { bucket, observe, writeUntilCut, type Ledger } from '../support/mixed-load.ts'
import { seededRandom } from '../support/random.ts'
import { isBuilt, startProcess, type ServerProcess } from '../support/server-process.ts'
import { temporaryFolder } from '../support/server.ts'
import { createClient } from '../support/signed-request.ts'

const limitMs = 2000
const writers = 6
/** Enough for a log of some megabytes. */
const loadMs = 1500

describe('the built program', () => {
  let data: string
  let running: ServerProcess | undefined

  before(async function () {
    data = await temporaryFolder()
    if (isBuilt()) return
    console.log('    skipped: dist/ is not built (npm run build)')
    this.skip()
  })
  after(async () => {
    await running?.kill()
    await rm(data, { recursive: true })
  })

  const start = async () => {
    running = await startProcess({ data, program: 'built' })
    return { server: running, client: createClient(running) }
  }

  it(`answers within ${String(limitMs)} ms of its start on what kill -9 has left`, async () => {
    const ledger: Ledger = new Map()
    const { server, client } = await start()
    await client.send({ method: 'PUT', path: bucket })
    const writing = Array.from({ length: writers }, (_, n) =>
      writeUntilCut(client, ledger, { name: `writer-${String(n)}`, random: seededRandom(n) }),
    )
    await delay(loadMs)
    await server.kill()
    await Promise.all(writing)
    client.close()
    const settled = [...ledger].find(([, { inFlight }]) => inFlight === undefined)
    if (!settled) expect.fail('Nothing was acknowledged.')
    const [key, { acknowledged }] = settled

    const startedAt = performance.now()
    const again = await start()
    const found = await observe(again.client, key)
    const tookMs = performance.now() - startedAt
    again.client.close()
    expect(found).to.deep.equal(acknowledged)
    expect(tookMs, 'milliseconds from the start to the answer').to.be.below(limitMs)
  }).timeout(60_000)
})
