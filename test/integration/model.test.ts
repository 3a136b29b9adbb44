import { expect } from 'chai'
import { ModelStore } from '../support/model-store.ts'
import { numberFrom, seededRandom } from '../support/random.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { VersionNames } from '../support/model-versions.ts'
import { objectSteps, randomStep, type Steps } from './model-steps.ts'
import { versionSteps } from './version-steps.ts'

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

  const run = async (bucket: string, steps: Steps) => {
    await client.send({ method: 'PUT', path: bucket })
    const random = seededRandom(seed)
    const scene = { client, model: new ModelStore(), bucket, random, names: new VersionNames() }
    const trail: string[] = []
    for (let n = 0; n < stepsPerRun; n++) {
      const { name, expected, ask } = await randomStep(scene, steps)
      trail.push(`${String(n)}. ${name}`)
      expect(defined(await ask()), `seed ${String(seed)}:\n${trail.slice(-8).join('\n')}\n`).to.deep.equal(
        defined(expected),
      )
    }
  }

  it(`are answered ${String(stepsPerRun)} times as a simple model of S3 answers them`, () =>
    run('model', objectSteps)).timeout(60_000 + stepsPerRun * 20)

  it(`are answered as often while versions are kept, and are not`, () =>
    run('versions', [...objectSteps, ...versionSteps])).timeout(60_000 + stepsPerRun * 20)
})

const defined = (outcome: object) =>
  Object.fromEntries(Object.entries(outcome).filter(([, value]) => value !== undefined))
