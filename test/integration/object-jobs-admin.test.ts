import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { adminCall } from '../support/admin-call.ts'
import { createClient, type Client } from '../support/signed-request.ts'
import { rootKey, startServer, temporaryFolder } from '../support/server.ts'
import { startProcess } from '../support/server-process.ts'

interface Job {
  readonly id: string
  readonly state: string
  readonly done: number
  readonly total: number | null
  readonly failed: number
}

const fill = (client: Client, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      client.send({ method: 'PUT', path: `photos/a/${String(n)}`, body: 'abc' }),
    ),
  )

const jobsOf = async (data: string) =>
  ((await adminCall(data, 'GET', '/buckets/photos/jobs')) as { readonly jobs: readonly Job[] }).jobs

async function whenEnded(data: string): Promise<Job> {
  for (;;) {
    const [job] = await jobsOf(data)
    if (job && job.state !== 'queued' && job.state !== 'running') return job
    await sleep(20)
  }
}

describe('jobs on objects, by the admin API', () => {
  it('are begun, followed and cancelled', async () => {
    const server = await startServer()
    const client = createClient(server)
    for (const bucket of ['photos', 'films']) await client.send({ method: 'PUT', path: bucket })
    await fill(client, 20)
    const call = (path: string, body: object) =>
      adminCall(server.data, 'POST', `/buckets/photos/jobs${path}`, body)
    const to = { bucket: 'films', prefix: 'copies/' }
    expect(await call('', { action: 'copy', prefixes: ['a/'], to })).to.deep.include({
      state: 'queued',
      bucket: 'photos',
      to: { ...to, key: null },
    })
    expect(await whenEnded(server.data)).to.include({ state: 'done', done: 20, total: 20, failed: 0 })
    expect((await client.send({ method: 'GET', path: 'films/copies/a/7' })).body.toString()).to.equal('abc')
    const id = (await jobsOf(server.data))[0]?.id ?? ''
    expect(await call(`/${id}/cancel`, {})).to.include({ state: 'done' })
    expect(await call('/none/cancel', {})).to.include({ code: 'NoSuchEntity' })
    const elsewhere = { action: 'copy', keys: ['a/1'], to: { bucket: 'nowhere' } }
    expect(await call('', elsewhere)).to.include({ code: 'NoSuchBucket' })
    client.close()
    await server.close()
  })

  it('go on after a kill, and move each object once', async () => {
    const data = await temporaryFolder()
    const count = 1000
    const server = await startProcess({ data })
    const client = createClient({ url: server.url, credentials: rootKey })
    for (const bucket of ['photos', 'films']) await client.send({ method: 'PUT', path: bucket })
    await fill(client, count)
    const move = { action: 'move', prefixes: ['a/'], to: { bucket: 'films' } }
    await adminCall(data, 'POST', '/buckets/photos/jobs', move)
    while (((await jobsOf(data))[0]?.done ?? 0) === 0) await sleep(1)
    client.close()
    await server.kill()

    const again = await startProcess({ data })
    const job = await whenEnded(data)
    expect(job).to.include({ state: 'done', total: count, failed: 0 })
    const page = (bucket: string) => adminCall(data, 'GET', `/buckets/${bucket}/objects?limit=1000`)
    expect(await page('photos')).to.deep.include({ objects: [], next: null })
    const { buckets } = (await adminCall(data, 'GET', '/buckets')) as {
      readonly buckets: readonly { readonly name: string; readonly objects: number }[]
    }
    expect(buckets.map(({ name, objects }) => [name, objects])).to.deep.equal([
      ['films', count],
      ['photos', 0],
    ])
    await again.close()
    await rm(data, { recursive: true })
  }).timeout(60_000)
})
