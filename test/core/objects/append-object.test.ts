import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { checksumOf, loadChecksums, type ChecksumAlgorithm } from '../../../src/lib/checksum.ts'
import { caller, codeOf, openAlbum, signal, type Album } from '../annotations/annotations.ts'
import { bodyFrom } from '../upload-body.ts'
import type { EncryptionRequest } from '../../../src/core/encryption/encryption.ts'
import type { PutOptions } from '../../../src/core/objects/put-object.ts'

const plain = { acl: {}, attributes: {}, storageClass: 'STANDARD', signal }
const object = { bucket: 'album', key: 'log' }
const long = (letter: string) => letter.repeat(2000)
const customer: EncryptionRequest = { form: 'customer', customerKey: randomBytes(32) }

describe('Appending to an object', () => {
  let album: Album
  beforeEach(async () => {
    album = await openAlbum()
  })
  afterEach(() => album.close())

  type Rest = Partial<PutOptions> & { readonly algorithm?: ChecksumAlgorithm }
  const bodyOf = (text: string, { algorithm }: Rest) => ({
    ...bodyFrom(Buffer.from(text)),
    algorithms: algorithm ? [algorithm] : [],
  })
  const put = (text: string, rest: Rest = {}) =>
    album.core.objects.put(caller, object, bodyOf(text, rest), { ...plain, ...rest })
  const append = (offset: number, text: string, rest: Rest = {}) =>
    album.core.objects.append(caller, object, bodyOf(text, rest), { ...plain, ...rest, offset })
  const read = async (options: Parameters<Album['core']['objects']['open']>[2] = {}) => {
    const { body } = await album.core.objects.open(caller, object, options)
    return (Buffer.isBuffer(body) ? body : await buffer(body)).toString()
  }
  const found = async () => (await album.core.objects.find(caller, object)).version
  const verify = async () => {
    const { lost, usage, orphanCount } = await album.core.maintenance.verify({ isDeep: true })
    return { lost, usage, orphanCount }
  }
  const whole = { lost: [], usage: [], orphanCount: 0 }

  it('makes one where there is none', async () => {
    const { size, etag } = await append(0, 'abc')
    expect([size, etag]).to.deep.equal([3, createHash('md5').update('abc').digest('hex')])
    expect(await read()).to.equal('abc')
  })

  for (const [kind, first] of [
    ['inline', 'abc'],
    ['in a blob', long('a')],
    ['empty', ''],
  ] as const)
    it(`adds a part at a time to one that is ${kind}`, async () => {
      await put(first)
      const one = await append(first.length, 'd')
      const two = await append(one.size, long('e'))
      expect([one.size, two.size]).to.deep.equal([first.length + 1, first.length + 2001])
      expect(one.etag).to.match(/^[0-9a-f]{32}-2$/)
      expect(two.etag).to.match(/^[0-9a-f]{32}-3$/)
      const text = `${first}d${long('e')}`
      expect(await read()).to.equal(text)
      expect(await read({ range: `bytes=${String(first.length)}-${String(first.length + 2)}` })).to.equal(
        'dee',
      )
      expect(await verify()).to.deep.equal(whole)
      expect(await album.blobCount()).to.equal(3)
      await album.core.objects.delete(caller, object)
      expect(await album.blobCount()).to.equal(0)
    })

  it('keeps what is known of it', async () => {
    const attributes = { contentType: 'text/x', userMetadata: { a: '1' }, tags: [{ key: 'k', value: 'v' }] }
    await put('abc', { attributes })
    await album.core.annotations.put(caller, object, bodyFrom(Buffer.from('note')), { name: 'n', signal })
    await append(3, 'd', { attributes: { contentType: 'text/y' } })
    expect((await found()).attributes).to.deep.equal(attributes)
    expect((await album.core.annotations.get(caller, object, 'n')).data.toString()).to.equal('note')
    expect(await codeOf(append(4, 'e', { attributes }))).to.equal('InvalidRequest')
  })

  it('begins where the object ends', async () => {
    await put('abc')
    for (const offset of [0, 2, 4]) expect(await codeOf(append(offset, 'd'))).to.equal('InvalidWriteOffset')
    await album.core.objects.delete(caller, object)
    expect(await codeOf(append(3, 'd'))).to.equal('InvalidWriteOffset')
    expect(await codeOf(append(-1, 'd'))).to.equal('InvalidWriteOffset')
  })

  it('lets one of those win that come at the same time', async () => {
    await put(long('a'))
    const outcomes = await Promise.all(
      ['b', 'c', 'd'].map(async (letter) => {
        const code = await codeOf(append(2000, long(letter))).catch(() => undefined)
        return code === undefined ? letter : ''
      }),
    )
    const won = outcomes.filter((letter) => letter !== '')
    expect(won).to.have.lengthOf(1)
    expect(await read()).to.equal(long('a') + long(won[0] ?? ''))
    expect(await album.blobCount()).to.equal(2)
    expect(await verify()).to.deep.equal(whole)
  })

  it('lets one of those win that make the object', async () => {
    const outcomes = await Promise.allSettled(['b', 'c'].map((letter) => append(0, letter)))
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    )
    expect(reasons).to.have.lengthOf(1)
    expect(reasons[0]).to.have.property('code', 'InvalidWriteOffset')
  })

  it('does not go on behind an object that is replaced meanwhile', async () => {
    await put('abc')
    const body = {
      ...bodyFrom(Buffer.from('d')),
      stream: async function* () {
        await put('xyz')
        yield Buffer.from('d')
      },
    }
    const attempt = album.core.objects.append(caller, object, body, { ...plain, offset: 3 })
    expect(await codeOf(attempt)).to.equal('ConditionalRequestConflict')
    expect(await read()).to.equal('xyz')
    expect(await album.blobCount()).to.equal(0)
  })

  it('takes the conditions of any write', async () => {
    const { etag } = await put('abc')
    expect(await codeOf(append(3, 'd', { conditions: { ifMatch: ['0'] } }))).to.equal('PreconditionFailed')
    await append(3, 'd', { conditions: { ifMatch: [etag] } })
    expect(await read()).to.equal('abcd')
  })

  it('needs bytes', async () => {
    await put('abc')
    expect(await codeOf(append(3, ''))).to.equal('InvalidRequest')
    expect(await album.blobCount()).to.equal(0)
  })

  it('is not for buckets with versions, where two would share their bytes', async () => {
    await put('abc')
    for (const versioning of ['enabled', 'suspended'] as const) {
      await album.setVersioning(versioning)
      expect(await codeOf(append(3, 'd'))).to.equal('InvalidBucketState')
    }
  })

  it('ends at ten thousand parts', async () => {
    await put('abc')
    await append(3, 'd')
    const { bucketId, key, sequence } = await found()
    await album.metadata.write({
      ...{ kind: 'put', bucketId, key, etag: 'e-1', ownerId: 'o', storageClass: 'STANDARD', attributes: {} },
      ...{ now: 1, trashAfter: 1, size: 1, conditions: { ifSequence: sequence } },
      content: {
        kind: 'parts',
        parts: [{ partNumber: 10_000, size: 1, etag: 'e', blobId: 'b', checksum: undefined }],
      },
    })
    expect(await codeOf(append(1, 'd'))).to.equal('TooManyParts')
  })

  describe('with checksums', () => {
    const ofAll = async (algorithm: ChecksumAlgorithm, text: string) => {
      await loadChecksums([algorithm])
      return checksumOf(algorithm, Buffer.from(text))
    }

    for (const algorithm of ['CRC32', 'CRC32C', 'CRC64NVME'] as const)
      it(`has the ${algorithm} of all bytes`, async () => {
        await put('abc', { algorithm })
        await append(3, 'def')
        const { checksum } = await append(6, long('g'), { algorithm })
        const value = (await ofAll(algorithm, `abcdef${long('g')}`)).toString('base64')
        expect(checksum).to.deep.equal({ algorithm, type: 'FULL_OBJECT', value })
      })

    it('has the SHA-256 of the parts', async () => {
      const algorithm = 'SHA256'
      await put('abc', { algorithm })
      await append(3, 'def')
      const { checksum } = await append(6, 'g')
      const parts = await Promise.all(['abc', 'def', 'g'].map((text) => ofAll(algorithm, text)))
      const value = createHash('sha256').update(Buffer.concat(parts)).digest('base64')
      expect(checksum).to.deep.equal({ algorithm, type: 'COMPOSITE', value: `${value}-3` })
    })

    it('takes only the algorithm that the object has', async () => {
      await put('abc', { algorithm: 'CRC32' })
      expect(await codeOf(append(3, 'd', { algorithm: 'SHA1' }))).to.equal('InvalidRequest')
    })

    it('has none where the object has none', async () => {
      await put('abc')
      expect((await append(3, 'd', { algorithm: 'CRC32' })).checksum).to.equal(undefined)
    })
  })

  describe('to encrypted ones', () => {
    for (const encryption of [{ form: 'AES256' }, { form: 'aws:kms' }, customer] as const)
      it(`goes on as ${encryption.form}`, async () => {
        const key = encryption.form === 'customer' ? { customerKey: encryption.customerKey } : {}
        await put('secret one', { encryption })
        await append(10, long('s'), { encryption })
        await append(2010, 'end', { encryption })
        expect(await read(key)).to.equal(`secret one${long('s')}end`)
        expect(await read({ ...key, range: 'bytes=7-11' })).to.equal('oness')
        expect(await verify()).to.deep.equal(whole)
      })

    it('needs nothing said where the server has the key', async () => {
      await put('secret', { encryption: { form: 'aws:kms' } })
      await append(6, '!')
      expect(await read()).to.equal('secret!')
    })

    it('is refused with another encryption', async () => {
      await put('secret', { encryption: { form: 'AES256' } })
      const code = 'EncryptionTypeMismatch'
      expect(await codeOf(append(6, '!', { encryption: { form: 'aws:kms' } }))).to.equal(code)
      await put('secret', { encryption: customer })
      expect(await codeOf(append(6, '!'))).to.equal(code)
      const other: EncryptionRequest = { form: 'customer', customerKey: randomBytes(32) }
      expect(await codeOf(append(6, '!', { encryption: other }))).to.equal('AccessDenied')
      await put('open')
      expect(await codeOf(append(4, '!', { encryption: { form: 'AES256' } }))).to.equal(code)
    })
  })
})
