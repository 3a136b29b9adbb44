import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../projects.ts'
import {
  caller,
  customerKey,
  forms,
  keyFor,
  openEncryptedStore,
  otherCustomerKey,
  type EncryptedStore,
  type FormName,
} from './encrypted-objects.ts'

const md5 = (data: Buffer) => createHash('md5').update(data).digest('hex')
const formNames = Object.keys(forms) as FormName[]
const encryptedForms = formNames.filter((form) => form !== 'none')
const mebibyte = 2 ** 20
/** As parts are: the last one is small. */
const partsOf = (data: Buffer) => [data.subarray(0, 5 * mebibyte), data.subarray(5 * mebibyte)]
const large = randomBytes(6 * mebibyte)

describe('Encryption of objects', function () {
  this.timeout(20_000)
  let store: EncryptedStore
  beforeEach(async () => {
    store = await openEncryptedStore()
  })
  afterEach(() => store.close())

  const storedBytes = async () => {
    const stored: Buffer[] = []
    for await (const id of store.blobs.ids()) stored.push(await buffer(await store.blobs.read(id)))
    return Buffer.concat(stored)
  }

  for (const form of encryptedForms) {
    describe(form, () => {
      for (const size of [0, 1, 1000, 70_000, 2_000_000]) {
        it(`gives an object of ${String(size)} bytes back, and keeps it unreadable`, async () => {
          const data = Buffer.alloc(size, 'plain text ')
          const stored = await store.put('k', data, forms[form])
          expect(stored).to.include({ size }).and.to.have.nested.property('encryption.form')
          expect((await store.read('k', keyFor(form))).equals(data)).to.equal(true)
          expect((await storedBytes()).includes('plain text')).to.equal(false)
        })
      }

      it('gives ranges and parts of a multipart object', async () => {
        await store.putParts('k', partsOf(large), forms[form])
        const read = (options: object) => store.read('k', { ...keyFor(form), ...options })
        expect((await read({})).equals(large)).to.equal(true)
        const around = await read({ range: 'bytes=5242870-5308420' })
        expect(around.equals(large.subarray(5_242_870, 5_308_421))).to.equal(true)
        expect((await read({ range: 'bytes=-1' })).equals(large.subarray(-1))).to.equal(true)
        expect((await read({ partNumber: 2 })).equals(large.subarray(5 * mebibyte))).to.equal(true)
      })

      it('tells an MD5 as entity tag only where the server has the key alone', async () => {
        const data = Buffer.from('hello')
        const { etag } = await store.put('k', data, forms[form])
        expect(etag).to.match(/^[0-9a-f]{32}$/)
        expect(etag === md5(data)).to.equal(form === 'SSE-S3')
      })

      for (const target of formNames) {
        for (const [what, data] of Object.entries({ small: Buffer.from('small'), large })) {
          it(`is copied to ${target}, a ${what} object`, async () => {
            if (what === 'large') await store.putParts('source', partsOf(data), forms[form])
            else await store.put('source', data, forms[form])
            await store.core.objects.copy(
              caller,
              { bucket: 'vault', key: 'copy' },
              {
                source: { bucket: 'vault', key: 'source' },
                acl: {},
                encryption: forms[target],
                sourceCustomerKey: keyFor(form).customerKey,
                signal: () => new AbortController().signal,
              },
            )
            expect((await store.read('copy', keyFor(target))).equals(data)).to.equal(true)
            const { version } = await store.core.objects.find(
              caller,
              { bucket: 'vault', key: 'copy' },
              keyFor(target),
            )
            expect(version.attributes.encryption?.form).to.equal(forms[target]?.form)
            if (target === 'none' || target === 'SSE-S3')
              expect([md5(data), /-2$/.exec(version.etag)?.input]).to.include(version.etag)
          })
        }
      }
    })
  }

  it('moves no bytes where the server wraps the key anew', async () => {
    await store.put('source', large, forms['SSE-S3'])
    const before = (await storedBytes()).length
    let reads = 0
    const real = { ...store.blobs }
    store.blobs.read = (...call) => {
      reads += 1
      return real.read(...call)
    }
    await store.core.objects.copy(
      caller,
      { bucket: 'vault', key: 'copy' },
      {
        source: { bucket: 'vault', key: 'source' },
        acl: {},
        encryption: forms['SSE-KMS'],
        signal: () => new AbortController().signal,
      },
    )
    expect(reads).to.equal(0)
    Object.assign(store.blobs, real)
    expect((await storedBytes()).length).to.equal(2 * before)
    expect((await store.read('copy')).equals(large)).to.equal(true)
  })

  it('copies parts of encrypted objects into encrypted uploads', async () => {
    await store.put('source', large, forms['SSE-C'])
    const target = { bucket: 'vault', key: 'target' }
    const upload = await store.core.uploads.create(caller, target, {
      acl: {},
      attributes: {},
      storageClass: 'STANDARD',
      checksumAlgorithm: undefined,
      checksumType: undefined,
      encryption: forms['SSE-KMS'],
    })
    const ref = { ...target, uploadId: upload.id }
    const { part } = await store.core.uploads.copyPart(
      caller,
      { ...ref, partNumber: 1 },
      {
        source: { bucket: 'vault', key: 'source' },
        range: 'bytes=100-6000000',
        sourceCustomerKey: customerKey,
        signal: () => new AbortController().signal,
      },
    )
    await store.core.uploads.complete(caller, ref, { parts: [{ partNumber: 1, etag: part.etag }] })
    expect((await store.read('target')).equals(large.subarray(100, 6_000_001))).to.equal(true)
  })

  describe("a customer's key", () => {
    const find = (options: object) => store.core.objects.find(caller, { bucket: 'vault', key: 'k' }, options)
    const both = (options: object) => [() => store.read('k', options), () => find(options)]

    it('must come with every look at the object, and be the right one', async () => {
      await store.put('k', Buffer.from('secret'), forms['SSE-C'])
      for (const look of both({}))
        expect(await rejection(look))
          .to.include({ code: 'InvalidRequest' })
          .and.have.property('message')
          .that.matches(/form of Server Side Encryption/)
      for (const look of both({ customerKey: otherCustomerKey }))
        expect(await rejection(look)).to.include({ code: 'AccessDenied' })
      const tags = await find({ action: 's3:GetObjectTagging' })
      expect(tags.version.size).to.equal(6)
    })

    it('must not come with another object', async () => {
      for (const form of ['none', 'SSE-S3', 'SSE-KMS'] as const) {
        await store.put('k', Buffer.from('open'), forms[form])
        for (const look of both({ customerKey }))
          expect(await rejection(look)).to.include({
            code: 'InvalidRequest',
            message: 'The encryption parameters are not applicable to this object.',
          })
      }
    })

    it('must be the same for every part', async () => {
      const withKey = (key: Buffer) =>
        store.putParts('k', [Buffer.from('a')], { form: 'customer', customerKey: key })
      await withKey(customerKey)
      const upload = await store.core.uploads.create(
        caller,
        { bucket: 'vault', key: 'k' },
        {
          acl: {},
          attributes: {},
          storageClass: 'STANDARD',
          checksumAlgorithm: 'CRC32',
          checksumType: undefined,
          encryption: forms['SSE-C'],
        },
      )
      const ref = { bucket: 'vault', key: 'k', uploadId: upload.id }
      const complete = (options: object) => () =>
        store.core.uploads.complete(caller, ref, { parts: [{ partNumber: 1, etag: '' }], ...options })
      expect(await rejection(complete({}))).to.include({ code: 'InvalidRequest' })
      expect(await rejection(complete({ customerKey: otherCustomerKey }))).to.include({
        code: 'InvalidArgument',
      })
      expect(await rejection(complete({ customerKey }))).to.include({ code: 'InvalidPart' })
    })
  })

  it('is of no use to whoever may read the object but not use the key', async () => {
    await store.put('k', Buffer.from('for alice'), forms['SSE-KMS'])
    await store.core.objects.putAcl(callerOf(alice), { bucket: 'vault', key: 'k' }, { canned: 'public-read' })
    for (const as of [callerOf(bob), { kind: 'anonymous' } as const])
      expect(await rejection(() => store.read('k', { as }))).to.include({ code: 'AccessDenied' })
  })
})
