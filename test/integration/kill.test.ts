import { expect } from 'chai'
import { rm } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { bucket, observe, writeUntilCut, type Ledger, type State } from '../support/mixed-load.ts'
import { numberFrom, seededRandom } from '../support/random.ts'
import { killStart, startProcess, type ServerProcess } from '../support/server-process.ts'
import { temporaryFolder } from '../support/server.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { blocksOf, textOf } from '../support/xml-text.ts'

const roundsByDefault = { 1: 6, 2: 3 } as const

const seed = numberFrom('SEAU_TEST_SEED', Date.now() % 1_000_000)
const writers = 6
/** What a restart may take in addition; the loading of the program, three times over with workers, is most of both and varies. */
const recoveryMs = 2000

for (const workers of [1, 2] as const) {
  const rounds = numberFrom('SEAU_TEST_KILL_ROUNDS', roundsByDefault[workers])
  const settings = { SEAU_WORKERS: String(workers) }
  describe(`a server with ${String(workers)} worker(s), killed under load (seed ${String(seed)})`, () => {
    let data: string

    before(async () => {
      data = await temporaryFolder()
    })
    after(() => rm(data, { recursive: true }))

    it(`has kept every acknowledged write, whole, after each of ${String(rounds)} times`, async () => {
      const random = seededRandom(seed)
      const ledger: Ledger = new Map()
      let answered = 0
      let firstStartMs = 0
      for (let round = 0; round < rounds; round++) {
        answered += await withServer({ data, settings }, async (server, client) => {
          if (round === 0) firstStartMs = server.startMs
          else expect(server.startMs, 'milliseconds of a restart').to.be.below(firstStartMs * 2 + recoveryMs)
          if (round === 0) await client.send({ method: 'PUT', path: bucket })
          await settle(client, ledger)
          return killUnderLoad(server, client, {
            ledger,
            seed: seed + round,
            afterMs: 50 + random.below(900),
          })
        })
      }
      await withServer({ data, settings }, (_, client) => settle(client, ledger))
      expect(answered, 'acknowledged writes').to.be.above(rounds * 10)
    }).timeout(60_000 + rounds * 10_000)
  })
}

describe(`a server that is killed while it starts (seed ${String(seed)})`, () => {
  it('starts the next time', async () => {
    const random = seededRandom(seed)
    const data = await temporaryFolder()
    const starts = numberFrom('SEAU_TEST_KILLED_STARTS', 3)
    // The folder is taken and filled in the last moments before the server is ready.
    const { startMs } = await withServer({ data }, (server) => Promise.resolve(server))
    await rm(data, { recursive: true })
    for (let n = 0; n < starts; n++)
      await killStart({ data }, { afterMs: startMs - random.below(startMs / 3) })
    await withServer({ data }, async (_, client) => {
      expect((await client.send({ method: 'PUT', path: 'started' })).status).to.equal(200)
    })
    await rm(data, { recursive: true })
  }).timeout(120_000)
})

async function withServer<T>(
  options: Parameters<typeof startProcess>[0],
  use: (server: ServerProcess, client: Client) => Promise<T>,
): Promise<T> {
  const server = await startProcess(options)
  const client = createClient(server)
  try {
    return await use(server, client)
  } finally {
    client.close()
    await server.kill()
  }
}

interface Blow {
  readonly ledger: Ledger
  readonly seed: number
  readonly afterMs: number
}

async function killUnderLoad(
  server: ServerProcess,
  client: Client,
  { ledger, seed, afterMs }: Blow,
): Promise<number> {
  const writing = Array.from({ length: writers }, (_, n) =>
    writeUntilCut(client, ledger, { name: `writer-${String(n)}`, random: seededRandom(seed * 100 + n) }),
  )
  await delay(afterMs)
  await server.kill()
  const counts = await Promise.all(writing)
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Each key holds what was acknowledged, or what was on its way; what it turns out to be counts from now on. */
async function settle(client: Client, ledger: Ledger): Promise<void> {
  const listed = await etagsListed(client)
  for (const [key, entry] of ledger) {
    const found = await observe(client, key)
    const possible: State[] = [entry.acknowledged]
    if (entry.inFlight !== undefined) possible.push(entry.inFlight)
    expect(possible, `what ${key} may hold`).to.deep.include(found)
    expect(listed.get(key), `the entity tag of ${key} in the listing`).to.equal(
      found === 'absent' ? undefined : found.etag,
    )
    entry.acknowledged = found
    entry.inFlight = undefined
  }
  expect([...listed.keys()].filter((key) => !ledger.has(key))).to.deep.equal([])
}

async function etagsListed(client: Client): Promise<Map<string, string>> {
  const { body } = await client.send({ method: 'GET', path: bucket, query: { 'list-type': '2' } })
  return new Map(
    blocksOf(body, 'Contents').map((object) => [textOf(object, 'Key') ?? '', textOf(object, 'ETag') ?? '']),
  )
}
