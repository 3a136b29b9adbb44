import { expect } from 'chai'
import { caller, long, openAlbum, type Album } from './annotations.ts'

describe('verify, of annotations', () => {
  let album: Album
  beforeEach(async () => {
    album = await openAlbum()
    await album.put('cat')
    await album.annotate('cat', long)
  })
  afterEach(() => album.close())

  const blobId = async () => {
    for await (const id of album.blobs.ids()) return id
    throw new Error('There is no blob.')
  }

  it('knows their blobs', async () => {
    expect(await album.core.maintenance.verify({ isDeep: true })).to.deep.include({
      checkedBlobs: 1,
      lostCount: 0,
      orphanCount: 0,
    })
  })

  it('tells which are lost, of versions too, and deletes them without the object when told to', async () => {
    await album.setVersioning('enabled')
    await album.put('cat')
    const id = await blobId()
    await album.blobs.remove(id)
    const { lost } = await album.core.maintenance.verify()
    expect(lost).to.deep.equal([
      {
        bucket: 'album',
        key: 'cat',
        versionId: 'null',
        uploadId: undefined,
        annotation: 'note',
        blobId: id,
        reason: 'missing',
        isDropped: false,
      },
    ])
    const repaired = await album.core.maintenance.verify({ isRepair: true, dropsLost: true })
    expect(repaired.lost.map(({ isDropped }) => isDropped)).to.deep.equal([true])
    expect(await album.names('cat', 'null')).to.deep.equal([])
    await album.core.objects.find(caller, { bucket: 'album', key: 'cat', versionId: 'null' }, {})
  })

  it('does not take one for lost that was written anew', async () => {
    const id = await blobId()
    await album.annotate('cat', `${long}!`)
    await album.blobs.remove(id)
    expect((await album.core.maintenance.verify({ isDeep: true })).lostCount).to.equal(0)
  })
})
