import { expect } from 'chai'
import sharp from 'sharp'
import { jpegOf, pngOf } from '../../images/pictures.ts'
import { serveDelivery, type ServedDelivery } from './served-delivery.ts'

describe('The delivery of a picture', () => {
  let served: ServedDelivery
  before(async () => {
    served = await serveDelivery()
    await served.put('photo.jpg', await jpegOf({ width: 400, height: 200 }), { contentType: 'image/jpeg' })
    await served.put('text.txt', 'hello', { contentType: 'text/plain' })
    await served.put('broken.jpg', 'hello', { contentType: 'image/jpeg' })
  })
  after(() => served.close())
  afterEach(() => served.configure({}))

  const ask = (path: string, accept = '*/*', headers: Record<string, string> = {}) =>
    served.get(path, { headers: { accept, ...headers } })

  it('is as large as the URL says, made once', async () => {
    const before = served.writes()
    const { status, headers, body } = await ask('/photo.jpg?width=100&height=100&token=x')
    expect([status, headers['content-type'], headers['accept-ranges']]).to.deep.equal([
      200,
      'image/jpeg',
      'none',
    ])
    expect(await sharp(body).metadata()).to.include({ width: 100, height: 100 })
    expect(Number(headers['content-length'])).to.equal(body.length)
    expect((await ask('/photo.jpg?height=100&width=100')).body.equals(body)).to.equal(true)
    expect(served.writes() - before).to.equal(1)
  })

  it('is the picture itself when the URL says nothing of it', async () => {
    const { headers, body } = await ask('/photo.jpg?token=x')
    expect(await sharp(body).metadata()).to.include({ width: 400 })
    expect(headers).not.to.have.property('vary')
  })

  it('has an entity tag for each image, and is not made to find that nothing has changed', async () => {
    const { etag = '' } = (await ask('/photo.jpg?width=90')).headers
    const other = (await ask('/photo.jpg?width=91')).headers.etag
    expect(etag)
      .to.match(/^W\/".+"$/)
      .and.not.equal(other)
    const again = await ask('/photo.jpg?width=90', '*/*', { 'if-none-match': etag })
    expect([again.status, again.headers.etag]).to.deep.equal([304, etag])
  })

  it('comes in the best format that the browser takes', async () => {
    const typeFor = async (accept: string) => (await ask('/photo.jpg?width=50&format=auto', accept)).headers
    expect(await typeFor('image/avif,image/webp,*/*')).to.include({
      'content-type': 'image/avif',
      vary: 'Accept',
      'content-disposition': 'inline; filename="photo.avif"',
    })
    expect((await typeFor('image/webp,*/*'))['content-type']).to.equal('image/webp')
    expect((await typeFor('image/avif;q=0,*/*'))['content-type']).to.equal('image/jpeg')
  })

  it('answers HEAD as GET', async () => {
    const get = await ask('/photo.jpg?width=70')
    const head = await served.get('/photo.jpg?width=70', { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).to.deep.equal([
      200,
      get.headers['content-length'],
      0,
    ])
  })

  it('knows presets by name, which other parameters change', async () => {
    await served.configure({ presets: { thumbnail: { width: 20, height: 20, quality: 80, format: 'webp' } } })
    const { headers, body } = await ask('/photo.jpg?preset=thumbnail')
    expect(headers['content-type']).to.equal('image/webp')
    expect(await sharp(body).metadata()).to.include({ width: 20, height: 20 })
    const changed = await ask('/photo.jpg?preset=thumbnail&height=30')
    expect(await sharp(changed.body).metadata()).to.include({ width: 20, height: 30 })
    expect((await ask('/photo.jpg?preset=other')).status).to.equal(400)
  })

  it('makes nothing but presets where the bucket says so', async () => {
    await served.configure({ presets: { small: { width: 20 } }, onlyPresets: true })
    expect((await ask('/photo.jpg?preset=small')).status).to.equal(200)
    expect((await ask('/photo.jpg?width=21')).status).to.equal(400)
    expect((await ask('/photo.jpg?preset=small&width=21')).status).to.equal(400)
  })

  it('refuses sizes and formats that there are not', async () => {
    for (const query of [
      'width=0',
      'width=9000',
      'width=',
      'height=1.5',
      'quality=101',
      'fit=x',
      'format=svg',
    ])
      expect((await ask(`/photo.jpg?${query}`)).body.toString(), query).to.equal('InvalidArgument')
  })

  it('refuses what is no picture', async () => {
    expect((await ask('/text.txt?width=9')).status).to.equal(415)
    expect((await ask('/broken.jpg?width=9')).status).to.equal(422)
  })

  it('is a new one when the object is replaced', async () => {
    await served.put('changing.png', await pngOf({ width: 50, height: 50 }))
    expect(await sharp((await ask('/changing.png?width=40')).body).metadata()).to.include({ height: 40 })
    await served.put('changing.png', await pngOf({ width: 50, height: 25 }))
    expect(await sharp((await ask('/changing.png?width=40')).body).metadata()).to.include({ height: 20 })
  })
})
