import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { codeOf, long, openAlbum, caller, type Album } from './annotations.ts'
import { bob, callerOf } from '../projects.ts'

describe('Annotations of an encrypted object', () => {
  let album: Album
  beforeEach(async () => {
    album = await openAlbum()
  })
  afterEach(() => album.close())

  const stored = async () => {
    const all: Buffer[] = []
    for await (const id of album.blobs.ids())
      all.push(await album.blobs.readBytes(id, { start: 0, end: ((await album.blobs.size(id)) ?? 0) - 1 }))
    return Buffer.concat(all)
  }

  for (const form of ['AES256', 'aws:kms'] as const)
    it(`are encrypted as it is, with ${form}`, async () => {
      await album.put('cat', { form })
      const { encryption, annotation } = await album.annotate('cat', long)
      await album.annotate('cat', 'short', { name: 'inline' })
      expect(encryption?.form).to.equal(form)
      expect([await album.read('cat'), await album.read('cat', 'inline')]).to.deep.equal([long, 'short'])
      expect((await stored()).includes('ääää')).to.equal(false)
      expect(annotation.size).to.equal(Buffer.byteLength(long))
      expect(await album.core.maintenance.verify({ isDeep: true })).to.deep.include({
        checkedBlobs: 1,
        lost: [],
      })
    })

  it('have the same entity tag when they are sent again', async () => {
    await album.put('cat', { form: 'aws:kms' })
    const first = await album.annotate('cat', long)
    expect((await album.annotate('cat', long)).annotation.etag).to.equal(first.annotation.etag)
    expect((await album.annotate('cat', 'other')).annotation.etag).not.to.equal(first.annotation.etag)
  })

  it('stay readable when its data key is wrapped anew', async () => {
    await album.put('cat', { form: 'AES256' })
    await album.annotate('cat', long)
    await album.core.objects.updateEncryption(caller, { bucket: 'album', key: 'cat' }, { form: 'aws:kms' })
    expect(await album.read('cat')).to.equal(long)
  })

  it('cannot be with a key of the customer', async () => {
    await album.put('cat', { form: 'customer', customerKey: randomBytes(32) })
    expect(await codeOf(album.annotate('cat', 'text'))).to.equal('InvalidRequest')
  })

  it('are not for projects without its key', async () => {
    await album.put('cat', { form: 'aws:kms' })
    await album.annotate('cat', 'text')
    const Resource = 'arn:aws:s3:::album/*'
    const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObjectAnnotation', Resource }
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    await album.core.buckets.putPolicy(caller, 'album', policy, { confirmsRemovingItself: false })
    const object = { bucket: 'album', key: 'cat' }
    expect(await codeOf(album.core.annotations.get(callerOf(bob), object, 'note'))).to.equal('AccessDenied')
  })
})
