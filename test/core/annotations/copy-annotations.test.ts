import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { bob, callerOf } from '../projects.ts'
import { bodyFrom } from '../upload-body.ts'
import { caller, codeOf, long, openAlbum, signal, type Album } from './annotations.ts'
import type { CopyOptions } from '../../../src/core/objects/copy-object.ts'
import type { EncryptionRequest } from '../../../src/core/encryption/encryption.ts'

const forms: Readonly<Record<string, EncryptionRequest | undefined>> = {
  none: undefined,
  'SSE-S3': { form: 'AES256' },
  'SSE-KMS': { form: 'aws:kms' },
}
const customer: EncryptionRequest = { form: 'customer', customerKey: randomBytes(32) }

describe('Annotations of a copy', () => {
  let album: Album
  beforeEach(async () => {
    album = await openAlbum()
  })
  afterEach(() => album.close())

  const copy = (options: Partial<CopyOptions> = {}, as = caller) =>
    album.core.objects.copy(
      as,
      { bucket: 'album', key: 'copy' },
      { source: { bucket: 'album', key: 'cat' }, acl: {}, signal, ...options },
    )
  const annotated = async (encryption?: EncryptionRequest) => {
    await album.put('cat', encryption)
    await album.annotate('cat', 'short', { name: 'inline' })
    await album.annotate('cat', long)
  }

  for (const [from, source] of Object.entries(forms))
    for (const [to, target] of Object.entries(forms))
      it(`are those of the source, from ${from} to ${to}`, async () => {
        await annotated(source)
        await copy({ encryption: target })
        await album.core.objects.delete(caller, { bucket: 'album', key: 'cat' })
        expect(await album.names('copy')).to.deep.equal(['inline', 'note'])
        expect(await album.read('copy', 'inline')).to.equal('short')
        expect(await album.read('copy')).to.equal(long)
        expect(await album.core.maintenance.verify({ isDeep: true })).to.deep.include({
          lost: [],
          orphans: [],
        })
      })

  it('stay behind when they are excluded', async () => {
    await annotated()
    await copy({ excludesAnnotations: true })
    expect(await album.names('copy')).to.deep.equal([])
  })

  it('outlive a copy onto the object itself', async () => {
    await annotated()
    const self = { bucket: 'album', key: 'cat' }
    await album.core.objects.copy(caller, self, { source: self, replaceMetadata: {}, acl: {}, signal })
    expect(await album.read('cat')).to.equal(long)
    expect(await album.blobCount()).to.equal(1)
  })

  it('leave nothing behind when the copy is refused', async () => {
    await annotated()
    await album.put('copy')
    expect(await codeOf(copy({ conditions: { ifNoneMatch: '*' } }))).to.equal('PreconditionFailed')
    expect(await codeOf(copy({ encryption: customer }))).to.equal('InvalidRequest')
    expect(await album.blobCount()).to.equal(1)
  })

  describe('under a new name', () => {
    const rename = () =>
      album.core.objects.rename(caller, { bucket: 'album', key: 'copy' }, { sourceKey: 'cat', signal })
    /** Lets something happen while bytes are on their way. */
    const during = (method: 'copy' | 'readBytes', happen: () => Promise<unknown>) => {
      const real = { ...album.blobs }
      Object.assign(album.blobs, {
        [method]: async (...args: readonly unknown[]) => {
          await happen()
          return (real[method] as (...given: readonly unknown[]) => unknown)(...args)
        },
      })
    }

    for (const [form, encryption] of Object.entries(forms))
      it(`are those that it had, with ${form}`, async () => {
        await annotated(encryption)
        await rename()
        expect(await album.names('copy')).to.deep.equal(['inline', 'note'])
        expect(await album.read('copy')).to.equal(long)
        expect(await album.blobCount()).to.equal(1)
      })

    it('are not lost when they change meanwhile', async () => {
      await annotated()
      during('readBytes', () => album.annotate('cat', 'new', { name: 'other' }))
      expect(await codeOf(rename())).to.equal('OperationAborted')
      expect(await album.names('cat')).to.deep.equal(['inline', 'note', 'other'])
      expect(await album.blobCount()).to.equal(1)
    })

    it('do not lose tags that change meanwhile either', async () => {
      await putLong('cat')
      const tags = [{ key: 'k', value: 'v' }]
      during('copy', () => album.core.objects.putTags(caller, { bucket: 'album', key: 'cat' }, tags))
      expect(await codeOf(rename())).to.equal('OperationAborted')
      const { version } = await album.core.objects.find(caller, { bucket: 'album', key: 'cat' })
      expect(version.attributes.tags).to.deep.equal(tags)
    })
  })

  const putLong = (key: string) =>
    album.core.objects.put(caller, { bucket: 'album', key }, bodyFrom(Buffer.from(long)), {
      ...{ acl: {}, attributes: {}, storageClass: 'STANDARD', signal },
    })

  it('need permissions of their own, where there are any', async () => {
    await annotated()
    const allowed = async (...actions: readonly string[]) => {
      const statement = { Effect: 'Allow', Principal: { CanonicalUser: bob.canonicalId } }
      const Resource = 'arn:aws:s3:::album/*'
      await album.core.buckets.putPolicy(
        caller,
        'album',
        JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, Action: actions, Resource }] }),
        { confirmsRemovingItself: false },
      )
    }
    const objects = ['s3:GetObject', 's3:PutObject']
    await allowed(...objects)
    expect(await codeOf(copy({}, callerOf(bob)))).to.equal('AccessDenied')
    await copy({ excludesAnnotations: true }, callerOf(bob))
    await allowed(...objects, 's3:GetObjectAnnotation')
    expect(await codeOf(copy({}, callerOf(bob)))).to.equal('AccessDenied')
    await allowed(...objects, 's3:GetObjectAnnotation', 's3:PutObjectAnnotation')
    await copy({}, callerOf(bob))
    expect(await album.names('copy')).to.deep.equal(['inline', 'note'])
  })
})
