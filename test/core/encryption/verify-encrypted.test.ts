import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import { forms, openEncryptedStore, type EncryptedStore, type FormName } from './encrypted-objects.ts'
import type { BlobStore } from '../../../src/core/ports.ts'

const data = randomBytes(100_000)

/** Lets one bit of every blob rot. */
const rotten = (blobs: BlobStore): BlobStore['read'] => {
  const real = { ...blobs }
  return async (id) => {
    const end = ((await real.size(id)) ?? 0) - 1
    const bytes = Buffer.from(await real.readBytes(id, { start: 0, end }))
    bytes[70_000] = (bytes[70_000] ?? 0) ^ 1
    return Readable.from([bytes])
  }
}

describe('verify, of encrypted objects', () => {
  let store: EncryptedStore
  beforeEach(async () => {
    store = await openEncryptedStore()
  })
  afterEach(() => store.close())
  const verify = () => store.core.maintenance.verify({ isDeep: true })

  for (const form of Object.keys(forms) as FormName[]) {
    it(`finds nothing to complain of with ${form}`, async () => {
      await store.put('whole', data, forms[form])
      await store.put('empty', Buffer.alloc(0), forms[form])
      await store.putParts('parts', [data], forms[form])
      expect(await verify()).to.deep.include({ checkedBlobs: 2, lost: [], usage: [] })
    })

    it(`finds what has rotted with ${form}, where the server has the key`, async () => {
      await store.put('whole', data, forms[form])
      store.blobs.read = rotten(store.blobs)
      const { lost } = await verify()
      expect(lost.map(({ reason }) => reason)).to.deep.equal(form === 'SSE-C' ? [] : ['content'])
    })

    it(`finds blobs of another size with ${form}`, async () => {
      await store.put('whole', data, forms[form])
      store.blobs.size = () => Promise.resolve(data.length + 1)
      expect((await verify()).lost.map(({ reason }) => reason)).to.deep.equal(['size'])
    })
  }
})
