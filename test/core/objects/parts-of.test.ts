import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import { caller, openAlbum, signal, type Album } from '../annotations/annotations.ts'
import { bodyFrom } from '../upload-body.ts'

const object = { bucket: 'album', key: 'log' }
const plain = { acl: {}, attributes: {}, storageClass: 'STANDARD', signal }

describe('A multipart object that goes on growing between the look at its row and that at its parts', () => {
  let album: Album
  beforeEach(async () => {
    album = await openAlbum()
    await append(0, 'abc')
    await append(3, 'def')
    const real = { ...album.metadata }
    let happen: Promise<unknown> | undefined
    Object.assign(album.metadata, {
      listObjectParts: async (sequence: number) => {
        if (!happen) await (happen = append(6, 'ghi'))
        return real.listObjectParts(sequence)
      },
    })
  })
  afterEach(() => album.close())

  const append = (offset: number, text: string) =>
    album.core.objects.append(caller, object, bodyFrom(Buffer.from(text)), { ...plain, offset })

  it('is read as it is then', async () => {
    const { body, version } = await album.core.objects.open(caller, object)
    expect((Buffer.isBuffer(body) ? body : await buffer(body)).toString()).to.equal('abcdefghi')
    expect(version.size).to.equal(9)
  })

  it('is copied as it is then', async () => {
    const target = { bucket: 'album', key: 'copy' }
    expect(
      (await album.core.objects.copy(caller, target, { source: object, acl: {}, signal })).size,
    ).to.equal(9)
    const { body } = await album.core.objects.open(caller, target)
    expect((Buffer.isBuffer(body) ? body : await buffer(body)).toString()).to.equal('abcdefghi')
  })

  it('is described as it is then', async () => {
    const { version, parts } = await album.core.objects.describe(caller, object)
    expect([version.size, parts.length]).to.deep.equal([9, 3])
  })
})
