import { Readable } from 'node:stream'
import { expect } from 'chai'
import sharp from 'sharp'
import { sharpImages } from '../../src/images/sharp-images.ts'
import { rejection } from '../contracts/rejection.ts'
import { jpegOf, movingGif, pngOf } from './pictures.ts'
import type { SettledImage } from '../../src/core/derived/image-spec.ts'

const limits = { concurrency: 1, maxPixels: 1_000_000, timeoutSeconds: 10 }

describe('Images by sharp', () => {
  const images = sharpImages(limits)
  const make = (source: Buffer, image: SettledImage) => images.make(() => Promise.resolve(source), image)
  const lookOf = async (source: Buffer, image: SettledImage) => {
    const { data, contentType } = await make(source, image)
    const { width, height, format, pages } = await sharp(data, { animated: true }).metadata()
    return { width, height, format, pages, contentType }
  }

  it('fill the box, or fit into it', async () => {
    const jpeg = await jpegOf({ width: 400, height: 200 })
    expect(await lookOf(jpeg, { width: 100, height: 100 })).to.include({ width: 100, height: 100 })
    expect(await lookOf(jpeg, { width: 100, height: 100, fit: 'inside' })).to.include({
      width: 100,
      height: 50,
    })
    expect(await lookOf(jpeg, { width: 100 })).to.include({
      width: 100,
      height: 50,
      contentType: 'image/jpeg',
    })
  })

  it('never grow', async () => {
    const jpeg = await jpegOf({ width: 40, height: 20 })
    expect(await lookOf(jpeg, { width: 400 })).to.include({ width: 40, height: 20 })
  })

  it('come in the format asked for, else in that of the source', async () => {
    const png = await pngOf({ width: 20, height: 20 })
    expect(await lookOf(png, {})).to.include({ format: 'png', contentType: 'image/png' })
    expect(await lookOf(png, { format: 'webp' })).to.include({ format: 'webp', contentType: 'image/webp' })
    expect(await lookOf(png, { format: 'avif' })).to.include({ format: 'heif', contentType: 'image/avif' })
    const tiff = await sharp(png).removeAlpha().tiff().toBuffer()
    expect(await lookOf(tiff, {})).to.include({ format: 'jpeg' })
  })

  it('are smaller at a lower quality', async () => {
    const jpeg = await jpegOf({ width: 200, height: 200 })
    const sizeAt = async (quality: number) => (await make(jpeg, { quality })).data.length
    expect(await sizeAt(30)).to.be.below((await sizeAt(90)) / 2)
  })

  it('stand upright and tell nothing of where they were taken', async () => {
    const turned = await sharp(await jpegOf({ width: 400, height: 200 }))
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { data } = await make(turned, { width: 100 })
    const { width, height, exif, orientation } = await sharp(data).metadata()
    expect({ width, height, exif, orientation }).to.deep.equal({
      width: 100,
      height: 200,
      exif: undefined,
      orientation: undefined,
    })
  })

  it('keep moving where the format can, and are the first frame elsewhere', async () => {
    const gif = await movingGif({ width: 20, height: 20 })
    expect(await lookOf(gif, { width: 10 })).to.include({ format: 'gif', pages: 3 })
    expect(await lookOf(gif, { width: 10, format: 'webp' })).to.include({ format: 'webp', pages: 3 })
    expect(await lookOf(gif, { width: 10, format: 'png' })).to.include({ format: 'png', height: 10 })
  })

  it('are made of streams too', async () => {
    const source = Readable.from([await pngOf({ width: 20, height: 20 })])
    expect((await images.make(() => Promise.resolve(source), {})).contentType).to.equal('image/png')
  })

  it('are not made of what is none, or cut off, or too large', async () => {
    const jpeg = await jpegOf({ width: 400, height: 400 })
    const large = await pngOf({ width: 1001, height: 1000 })
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    for (const source of [Buffer.from('hello'), Buffer.alloc(0), jpeg.subarray(0, 99), large, svg])
      expect(await rejection(make(source, { width: 10 }))).to.include({ code: 'InvalidImage', status: 422 })
  })

  it('count all frames of a moving image', async () => {
    const gif = await movingGif({ width: 600, height: 600 })
    expect(await rejection(make(gif, {}))).to.include({ code: 'InvalidImage' })
  })

  it('are refused when too many wait', async () => {
    const png = await pngOf({ width: 20, height: 20 })
    const results = await Promise.allSettled(Array.from({ length: 70 }, () => make(png, {})))
    const refusals = results.filter((result) => result.status === 'rejected')
    expect(refusals).to.have.length(5)
    expect(refusals[0]?.reason).to.include({ code: 'SlowDown', status: 503 })
  })
})
