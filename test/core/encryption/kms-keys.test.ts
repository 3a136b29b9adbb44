import { expect } from 'chai'
import { rejection } from '../../contracts/rejection.ts'
import { alice, bob, callerOf } from '../projects.ts'
import { parseKeyRef } from '../../../src/core/encryption/kms-key.ts'
import { caller, forms, openEncryptedStore, type EncryptedStore } from './encrypted-objects.ts'

const object = { bucket: 'vault', key: 'k' }
const data = Buffer.from('secret')
const arnOf = (id: string) => `arn:aws:kms:us-east-1:${alice.id}:key/${id}`

describe('parseKeyRef', () => {
  it('takes ids, aliases and ARNs of either apart', () => {
    const place = { region: 'eu-west-1', projectId: 'p' }
    expect(parseKeyRef('1234')).to.deep.equal({ kind: 'id', name: '1234', place: undefined })
    expect(parseKeyRef('alias/a/b')).to.deep.equal({ kind: 'alias', name: 'a/b', place: undefined })
    expect(parseKeyRef('arn:aws:kms:eu-west-1:p:key/1234')).to.deep.equal({ kind: 'id', name: '1234', place })
    expect(parseKeyRef('arn:aws:kms:eu-west-1:p:alias/a')).to.deep.equal({ kind: 'alias', name: 'a', place })
  })
})

describe('The key ring', () => {
  let store: EncryptedStore
  beforeEach(async () => {
    store = await openEncryptedStore()
  })
  afterEach(() => store.close())
  const put = (keyId?: string, context?: string) =>
    store.put('k', data, { form: 'aws:kms', keyId, ...(context !== undefined && { context }) })
  const create = (alias?: string) => store.core.kmsKeys.create({ project: 'alice', alias })

  it('encrypts with a key by its id, alias or ARN, and tells the ARN', async () => {
    const { id } = await create('photos')
    const names = [id, 'alias/photos', arnOf(id), `arn:aws:kms:us-east-1:${alice.id}:alias/photos`]
    for (const name of names) {
      expect(await put(name)).to.have.nested.property('encryption.keyArn', arnOf(id))
      expect((await store.read('k')).equals(data)).to.equal(true)
    }
  })

  it('makes a key for a project that asks for none, once', async () => {
    const first = await put()
    const second = await put()
    const [key, ...others] = await store.core.kmsKeys.list('alice')
    expect(others).to.deep.equal([])
    expect(key).to.include({ alias: 'aws/s3', status: 'enabled' })
    for (const { encryption } of [first, second])
      expect(encryption).to.have.property('keyArn', arnOf(key?.id ?? ''))
  })

  it('does not know other keys, those of other regions, or of other projects', async () => {
    const { id } = await create()
    const elsewhere = `arn:aws:kms:eu-west-1:${alice.id}:key/${id}`
    for (const name of ['nothing', 'alias/nothing', elsewhere])
      expect(await rejection(() => put(name))).to.include({ code: 'KMS.NotFoundException', status: 400 })
    const { id: foreign } = await store.core.kmsKeys.create({ project: 'bob' })
    expect(await rejection(() => put(foreign))).to.include({ code: 'KMS.NotFoundException' })
    const arn = `arn:aws:kms:us-east-1:${bob.id}:key/${foreign}`
    expect(await rejection(() => put(arn))).to.include({ code: 'AccessDenied' })
  })

  it('reads what older material has encrypted, and encrypts with the newest', async () => {
    const { id } = await create()
    await put(id)
    expect((await store.core.kmsKeys.rotate(id)).materials).to.have.length(2)
    expect((await store.read('k')).equals(data)).to.equal(true)
    expect(await put(id)).to.have.nested.property('encryption.keyVersion', 2)
    expect((await store.read('k')).equals(data)).to.equal(true)
  })

  it('neither encrypts nor decrypts with a disabled key, until it is enabled', async () => {
    const { id } = await create()
    await put(id)
    await store.core.kmsKeys.setStatus(id, 'disabled')
    for (const work of [() => put(id), () => store.read('k')])
      expect(await rejection(work)).to.include({ code: 'KMS.DisabledException', status: 400 })
    await store.core.kmsKeys.setStatus(id, 'enabled')
    expect((await store.read('k')).equals(data)).to.equal(true)
  })

  it('binds a data key to its encryption context', async () => {
    const context = Buffer.from('{"a":"b"}').toString('base64')
    expect(await put(undefined, context)).to.have.nested.property('encryption.context', context)
    expect((await store.read('k')).equals(data)).to.equal(true)
  })

  it('refuses aliases that are taken, reserved or none, and keys that are not there', async () => {
    await create('photos')
    expect(await rejection(() => create('photos'))).to.include({ code: 'EntityAlreadyExists' })
    for (const alias of ['aws/s3', 'a b', ''])
      expect(await rejection(() => create(alias))).to.include({ code: 'InvalidArgument' })
    expect(await rejection(() => store.core.kmsKeys.rotate('x'))).to.include({ code: 'NoSuchEntity' })
    const disable = () => store.core.kmsKeys.setStatus('x', 'disabled')
    expect(await rejection(disable)).to.include({ code: 'NoSuchEntity' })
  })

  describe('UpdateObjectEncryption', () => {
    const update = (keyId: string) =>
      store.core.objects.updateEncryption(caller, object, { form: 'aws:kms', keyId, bucketKey: true })

    it('puts an object under another key, and leaves all else as it is', async () => {
      const { id } = await create()
      for (const form of [forms['SSE-S3'], forms['SSE-KMS']]) {
        await store.put('k', data, form)
        const { version: before } = await store.core.objects.find(caller, object)
        await update(arnOf(id))
        const { version: after } = await store.core.objects.find(caller, object)
        expect(after.attributes.encryption).to.include({ keyArn: arnOf(id), bucketKey: true })
        const { attributes: _before, ...unchanged } = before
        expect(after).to.deep.include(unchanged)
        expect((await store.read('k')).equals(data)).to.equal(true)
      }
    })

    it('refuses what the server does not encrypt by itself, and what the caller may not', async () => {
      const { id } = await create()
      for (const form of [forms.none, forms['SSE-C']]) {
        await store.put('k', data, form)
        expect(await rejection(() => update(arnOf(id)))).to.include({ code: 'InvalidRequest' })
      }
      await store.put('k', data, forms['SSE-S3'])
      const byBob = () =>
        store.core.objects.updateEncryption(callerOf(bob), object, { form: 'aws:kms', keyId: id })
      expect(await rejection(byBob)).to.include({ code: 'AccessDenied' })
    })
  })
})
