import { expect } from 'chai'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { adminCall } from '../support/admin-call.ts'
import { startProcess } from '../support/server-process.ts'
import { temporaryFolder } from '../support/server.ts'
import { createClient, type Client } from '../support/signed-request.ts'

interface NewKey {
  readonly id: string
  readonly secret: string
}

interface Deletion {
  readonly id: string
  readonly state: string
  readonly objects: number
}

const objects = 1500

describe('a project in a server with two workers', () => {
  let data: string
  const start = () => startProcess({ data, settings: { SEAU_WORKERS: '2' } })
  before(async () => {
    data = await temporaryFolder()
  })
  after(() => rm(data, { recursive: true }))

  const puts = (client: Client, count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const answer = await client.send({ method: 'PUT', path: `photos/${String(n)}`, body: 'abc' })
        return answer.status
      }),
    )
  const deletionOf = async (id: string) => (await adminCall(data, 'GET', `/deletions/${id}`)) as Deletion

  it('keeps to its quota, and is deleted to the end although a kill comes in between', async () => {
    const server = await start()
    await adminCall(data, 'POST', '/projects', { name: 'shop' })
    const key = (await adminCall(data, 'POST', '/projects/shop/keys', {})) as NewKey
    const client = createClient({
      url: server.url,
      credentials: { accessKeyId: key.id, secretAccessKey: key.secret },
    })
    await client.send({ method: 'PUT', path: 'photos' })
    await adminCall(data, 'PATCH', '/projects/shop/limits', { quota: { bytes: objects * 3 } })
    const statuses = await puts(client, objects + 100)
    expect(statuses.filter((status) => status === 200)).to.have.length(objects)
    expect(statuses.filter((status) => status === 403)).to.have.length(100)

    const { id } = (await adminCall(data, 'POST', '/projects/shop/deletion', { confirm: 'shop' })) as Deletion
    const hasBegun = ({ state, objects: gone }: Deletion) => state === 'done' || gone > 0
    while (!hasBegun(await deletionOf(id))) await sleep(1)
    expect((await client.send({ method: 'GET', path: 'photos' })).status).to.equal(403)
    client.close()
    await server.kill()

    const again = await start()
    while ((await deletionOf(id)).state === 'running') await sleep(100)
    expect(await deletionOf(id)).to.include({ state: 'done' })
    const { projects } = (await adminCall(data, 'GET', '/projects')) as {
      projects: readonly { name: string }[]
    }
    expect(projects.map(({ name }) => name)).to.deep.equal(['default'])
    await again.close()
  }).timeout(120_000)
})
