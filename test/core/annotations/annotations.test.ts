import { expect } from 'chai'
import { bodyFrom } from '../upload-body.ts'
import { bob, callerOf } from '../projects.ts'
import { caller, codeOf, long, openAlbum, signal, type Album } from './annotations.ts'
import type { UploadBody } from '../../../src/core/ports.ts'

describe('Annotations', () => {
  let album: Album
  beforeEach(async () => {
    album = await openAlbum()
    await album.put('cat')
  })
  afterEach(() => album.close())

  const inPieces = (...pieces: readonly Buffer[]): UploadBody => ({
    ...bodyFrom(Buffer.alloc(0)),
    size: undefined,
    stream: async function* () {
      yield* await Promise.resolve(pieces)
    },
  })
  const tags = async () =>
    (await album.core.objects.find(caller, { bucket: 'album', key: 'cat' }, {})).version.attributes.tags

  it('keep texts, short ones inline and others in a blob', async () => {
    for (const [name, text, blobs] of [
      ['short', '{"mood":"calm"}', 0],
      ['long', long, 1],
    ] as const) {
      await album.annotate('cat', text, { name })
      expect(await album.read('cat', name)).to.equal(text)
      expect(await album.blobCount()).to.equal(blobs)
    }
  })

  it('leave the object as it is', async () => {
    const object = { bucket: 'album', key: 'cat' }
    const before = (await album.core.objects.find(caller, object, {})).version
    await album.annotate('cat', 'text')
    expect((await album.core.objects.find(caller, object, {})).version).to.deep.equal(before)
    expect(await tags()).to.equal(undefined)
  })

  it('are replaced by others of their name, and their bytes go', async () => {
    await album.annotate('cat', long)
    await album.annotate('cat', `${long}!`)
    expect(await album.read('cat')).to.equal(`${long}!`)
    await album.annotate('cat', 'short')
    expect(await album.read('cat')).to.equal('short')
    expect(await album.names('cat')).to.deep.equal(['note'])
    expect(await album.blobCount()).to.equal(0)
  })

  it('are UTF-8, also in pieces', async () => {
    const [first = 0, second = 0] = Buffer.from('é')
    await album.annotate('cat', inPieces(Buffer.from([0x61, first]), Buffer.from([second])))
    expect(await album.read('cat')).to.equal('aé')
    for (const bad of [
      bodyFrom(Buffer.from([0xff])),
      inPieces(Buffer.from([first])),
      inPieces(Buffer.from([0xc0, 0x80])),
      bodyFrom(Buffer.concat([Buffer.alloc(2000, 'x'), Buffer.from([second])])),
    ])
      expect(await codeOf(album.annotate('cat', bad))).to.equal('UnsupportedMediaType')
    expect(await album.read('cat')).to.equal('aé')
    expect(await album.blobCount()).to.equal(1)
  })

  it('have a byte at the least, and 1 MiB at the most', async () => {
    expect(await codeOf(album.annotate('cat', ''))).to.equal('InvalidRequest')
    expect(await codeOf(album.annotate('cat', inPieces()))).to.equal('InvalidRequest')
    const most = 'x'.repeat(1 << 20)
    await album.annotate('cat', most)
    expect(await codeOf(album.annotate('cat', `${most}x`))).to.equal('EntityTooLarge')
    expect(await codeOf(album.annotate('cat', inPieces(Buffer.from(`${most}x`))))).to.equal('EntityTooLarge')
    expect(await album.blobCount()).to.equal(1)
  })

  it('are a thousand on an object at the most', async () => {
    const version = await album.metadata.transaction(async (tx) => {
      const bucket = await tx.findBucket('', 'album')
      return bucket && tx.findObject(bucket.id, 'cat')
    })
    if (!version) throw new Error('The object is missing.')
    await album.metadata.transaction(async (tx) => {
      const content = { kind: 'inline', data: Buffer.from('x') } as const
      const rest = { size: 1, etag: 'e', lastModified: 1, checksum: undefined, salt: undefined, content }
      for (let n = 0; n < 1000; n++) await tx.putAnnotation(version, { name: `n${String(n)}`, ...rest }, 0)
    })
    expect(await codeOf(album.annotate('cat', long))).to.equal('AnnotationLimitExceeded')
    expect(await album.blobCount()).to.equal(0)
    await album.annotate('cat', 'again', { name: 'n7' })
    expect(await album.read('cat', 'n7')).to.equal('again')
  })

  it('are put where the object has the entity tag that is asked for', async () => {
    const object = { bucket: 'album', key: 'cat' }
    const { etag } = (await album.core.objects.find(caller, object, {})).version
    await album.annotate('cat', 'text', { objectIfMatch: [etag] })
    expect(await codeOf(album.annotate('cat', 'other', { objectIfMatch: ['0'] }))).to.equal(
      'PreconditionFailed',
    )
    expect(await album.read('cat')).to.equal('text')
  })

  it('need an object, and a name that S3 takes', async () => {
    expect(await codeOf(album.annotate('dog', 'text'))).to.equal('NoSuchKey')
    expect(await codeOf(album.annotate('cat', 'text', { name: 'aws.x' }))).to.equal('InvalidAnnotationName')
    expect(await codeOf(album.read('cat', 'none'))).to.equal('NoSuchAnnotation')
  })

  it('do not come to an object that is replaced meanwhile', async () => {
    const replacing: UploadBody = {
      ...bodyFrom(Buffer.from(long)),
      stream: async function* () {
        await album.put('cat')
        yield Buffer.from(long)
      },
    }
    expect(await codeOf(album.annotate('cat', replacing))).to.equal('OperationAborted')
    expect(await album.names('cat')).to.deep.equal([])
    expect(await album.blobCount()).to.equal(0)
  })

  it('belong to a version, and stay with it', async () => {
    await album.setVersioning('enabled')
    const first = await album.put('cat')
    await album.annotate('cat', 'first')
    const second = await album.put('cat')
    expect(await album.names('cat')).to.deep.equal([])
    expect(await album.read('cat', 'note', first)).to.equal('first')
    await album.annotate('cat', long, { versionId: first, name: 'more' })
    await album.core.objects.delete(caller, { bucket: 'album', key: 'cat', versionId: second })
    expect(await album.names('cat')).to.deep.equal(['more', 'note'])
  })

  it('go with their version, and their bytes with them', async () => {
    await album.annotate('cat', long)
    await album.annotate('cat', 'short', { name: 'inline' })
    await album.put('cat')
    expect(await album.names('cat')).to.deep.equal([])
    await album.annotate('cat', long)
    await album.core.objects.delete(caller, { bucket: 'album', key: 'cat' })
    await album.setVersioning('enabled')
    const versionId = await album.put('dog')
    await album.annotate('dog', long)
    await album.put('dog')
    expect(await album.blobCount()).to.equal(1)
    await album.core.objects.delete(caller, { bucket: 'album', key: 'dog', versionId })
    expect(await album.blobCount()).to.equal(0)
  })

  it('are listed by name in pages, of a prefix', async () => {
    for (const name of ['b.2', 'b.1', 'c', 'a', 'b.3']) await album.annotate('cat', name, { name })
    const object = { bucket: 'album', key: 'cat' }
    const page = async (query: { prefix?: string; after?: string; limit: number }) => {
      const { annotations, isTruncated } = await album.core.annotations.list(caller, object, query)
      return [annotations.map(({ name }) => name), isTruncated]
    }
    expect(await page({ limit: 2 })).to.deep.equal([['a', 'b.1'], true])
    expect(await page({ limit: 3, after: 'b.1' })).to.deep.equal([['b.2', 'b.3', 'c'], false])
    expect(await page({ limit: 2, prefix: 'b.', after: 'b.1' })).to.deep.equal([['b.2', 'b.3'], false])
    expect(await codeOf(page({ limit: 2, prefix: 'b/' }))).to.equal('InvalidPrefix')
  })

  describe('when they are deleted', () => {
    const remove = (
      name = 'note',
      options: Partial<Parameters<Album['core']['annotations']['delete']>[2]> = {},
      as = caller,
    ) => album.core.annotations.delete(as, { bucket: 'album', key: 'cat' }, { name, ...options })

    it('are gone for good, and so are those that never were', async () => {
      await album.annotate('cat', long)
      await remove()
      await remove()
      expect(await album.names('cat')).to.deep.equal([])
      expect(await album.blobCount()).to.equal(0)
    })

    it('stay where the object has another entity tag', async () => {
      await album.annotate('cat', 'text')
      expect(await codeOf(remove('note', { objectIfMatch: ['0'] }))).to.equal('PreconditionFailed')
      expect(await album.names('cat')).to.deep.equal(['note'])
    })

    it('stay with an object under lock, unless governance is bypassed', async () => {
      await album.annotate('cat', 'text')
      const lock = (mode: 'GOVERNANCE' | 'COMPLIANCE') =>
        album.metadata.transaction(async (tx) => {
          const bucket = await tx.findBucket('', 'album')
          const version = bucket && (await tx.findObject(bucket.id, 'cat'))
          if (!version) throw new Error('The object is missing.')
          const retention = { mode, retainUntil: Date.now() + 60_000 }
          await tx.putObjectAttributes(version, { ...version.attributes, lock: { retention } })
        })
      await lock('COMPLIANCE')
      expect(await codeOf(remove('note', { bypassesGovernance: true }))).to.equal('AccessDenied')
      await lock('GOVERNANCE')
      expect(await codeOf(remove())).to.equal('AccessDenied')
      expect(await album.names('cat')).to.deep.equal(['note'])
      await remove('note', { bypassesGovernance: true })
      expect(await album.names('cat')).to.deep.equal([])
    })
  })

  it('need a permission each', async () => {
    await album.annotate('cat', 'text')
    const stranger = callerOf(bob)
    const object = { bucket: 'album', key: 'cat' }
    const { annotations } = album.core
    const tries = {
      'put-object-annotation': () =>
        annotations.put(stranger, object, bodyFrom(Buffer.from('x')), { name: 'x', signal }),
      'get-object-annotation': () => annotations.get(stranger, object, 'note'),
      'list-object-annotations': () => annotations.list(stranger, object, { limit: 1 }),
      'delete-object-annotation': () => annotations.delete(stranger, object, { name: 'x' }),
    }
    for (const [name, attempt] of Object.entries(tries)) {
      await album.configure({})
      expect(await codeOf(attempt()), name).to.equal('AccessDenied')
      await album.core.buckets.putPolicy(caller, 'album', policyFor(name.replaceAll('-', '')), {
        confirmsRemovingItself: false,
      })
      await attempt()
    }
  })

  const policyFor = (action: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { CanonicalUser: bob.canonicalId },
          Action: `s3:${action}`,
          Resource: 'arn:aws:s3:::album/*',
        },
      ],
    })

  it('are told of', async () => {
    const events = ['s3:ObjectAnnotation:*']
    const target = 'arn:aws:sqs:us-east-1:123456789012:q'
    await album.configure({ notifications: { rules: [{ id: 'r', target, events }] } } as never)
    await album.annotate('cat', 'text')
    await album.core.annotations.delete(caller, { bucket: 'album', key: 'cat' }, { name: 'none' })
    await album.core.annotations.delete(caller, { bucket: 'album', key: 'cat' }, { name: 'note' })
    const told = await album.metadata.outbox.list({ after: 0, limit: 10 })
    expect(told.map(({ key, body }) => [key, body.kind === 'notification' && body.facts.name])).to.deep.equal(
      [
        ['cat', 'ObjectAnnotation:Put'],
        ['cat', 'ObjectAnnotation:Delete'],
      ],
    )
  })
})
