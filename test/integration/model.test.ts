import { expect } from 'chai'
import { ModelStore } from '../support/model-store.ts'
import { numberFrom, seededRandom } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { randomStep } from './model-steps.ts'

const stepsPerRun = numberFrom('SEAU_TEST_MODEL_STEPS', 2500)
const seed = numberFrom('SEAU_TEST_SEED', Date.now() % 1_000_000)

describe(`random operations (seed ${String(seed)})`, () => {
  let server: TestServer
  let client: Client

  before(async () => {
    server = await startServer()
    client = createClient(server)
  })
  after(async () => {
    client.close()
    await server.close()
  })

  it(`are answered ${String(stepsPerRun)} times as a simple model of S3 answers them`, async () => {
    const bucket = 'model'
    await client.send({ method: 'PUT', path: bucket })
    const scene = { client, model: new ModelStore(), bucket, random: seededRandom(seed) }
    const trail: string[] = []
    for (let n = 0; n < stepsPerRun; n++) {
      const { name, expected, ask } = await randomStep(scene)
      trail.push(`${String(n)}. ${name}`)
      expect(defined(await ask()), `seed ${String(seed)}:\n${trail.slice(-8).join('\n')}\n`).to.deep.equal(
        defined(expected),
      )
    }
  }).timeout(60_000 + stepsPerRun * 20)
})

const defined = (outcome: object) =>
  Object.fromEntries(Object.entries(outcome).filter(([, value]) => value !== undefined))
