import { expect } from 'chai'
import { gunzipSync } from 'node:zlib'
import { caller, serveDelivery, type ServedDelivery } from '../../rest/delivery/served-delivery.ts'

const text = 'Lorem ipsum dolor sit amet. '.repeat(2000)

describe('Forms made of objects', () => {
  let now = Date.parse('2026-01-01T00:00:00Z')
  const clock = { now: () => now }
  let served: ServedDelivery
  afterEach(() => served.close())

  const start = async (derivedBytes: number, encrypt: 'none' | 'AES256' = 'none') => {
    served = await serveDelivery({ clock, settings: { derivedBytes, encrypt } })
    for (const key of ['a.txt', 'b.txt']) await served.put(key, text)
  }
  const ask = (path: string) => served.get(path, { headers: { 'accept-encoding': 'gzip' } })
  const sweep = () => served.core.delivery.sweep(new AbortController().signal)
  const remove = (key: string) =>
    served.core.objects.delete(caller, { bucket: 'files', key, versionId: undefined }, {})
  const blobIds = async () => {
    const ids: string[] = []
    for await (const id of served.blobs.ids()) ids.push(id)
    return ids
  }

  it('stay while their object does', async () => {
    await start(2 ** 30)
    await ask('/a.txt')
    expect(await sweep()).to.equal(0)
    const before = served.writes()
    await ask('/a.txt')
    expect(served.writes()).to.equal(before)
  })

  it('go with their object, when it is deleted or replaced', async () => {
    await start(2 ** 30)
    await ask('/a.txt')
    await ask('/b.txt')
    await remove('a.txt')
    await served.put('b.txt', 'other')
    expect(await sweep()).to.equal(2)
    await served.core.maintenance.sweepTrash(new AbortController().signal)
    expect(await blobIds()).to.have.length(0)
  })

  it('stay with a version that is not the current one any more', async () => {
    await start(2 ** 30)
    await served.core.buckets.putVersioning(caller, 'files', 'enabled')
    await ask('/a.txt')
    await remove('a.txt')
    expect(await sweep()).to.equal(0)
  })

  it('make room for others, the ones first that nobody has asked for longest', async () => {
    await start(5000)
    await ask('/a.txt')
    now += 1000
    await ask('/b.txt')
    now += 1000
    await ask('/a.txt')
    expect(await sweep()).to.equal(1)
    const before = served.writes()
    await ask('/a.txt')
    expect(served.writes()).to.equal(before)
    await ask('/b.txt')
    expect(served.writes()).to.equal(before + 1)
  })

  it('are made again when their bytes are gone', async () => {
    await start(2 ** 30)
    const known = new Set(await blobIds())
    await ask('/a.txt')
    for (const id of await blobIds()) if (!known.has(id)) await served.blobs.remove(id)
    const { status, body } = await ask('/a.txt')
    expect([status, gunzipSync(body).toString()]).to.deep.equal([200, text])
  })

  it('are no orphans to the one who verifies the store', async () => {
    await start(2 ** 30)
    await ask('/a.txt')
    now += 7_200_000
    expect(await served.core.maintenance.verify({ isDeep: true })).to.deep.include({
      orphanCount: 0,
      lostCount: 0,
    })
  })

  it('are encrypted when their object is', async () => {
    await start(2 ** 30, 'AES256')
    const known = new Set(await blobIds())
    const { body } = await ask('/a.txt')
    expect(gunzipSync(body).toString()).to.equal(text)
    const [made = ''] = (await blobIds()).filter((id) => !known.has(id))
    const stored = await served.blobs.readBytes(made, { start: 0, end: body.length - 1 })
    expect(stored.equals(body)).to.equal(false)
    expect((await ask('/a.txt')).body.equals(body)).to.equal(true)
  })
})
