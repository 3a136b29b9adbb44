import { expect } from 'chai'
import sharp from 'sharp'
import { imageFits } from '../../../src/core/derived/image-spec.ts'
import { derivedSize } from '../../../src/console/features/object/preview/derived-size.ts'

const images = [
  { width: 100, height: 300 },
  { width: 80, height: 60 },
  { width: 30, height: 10 },
]
const boxes = [{ width: 20, height: 20 }, { width: 20 }, { height: 20 }, {}, { width: 200, height: 200 }]

describe('the size that is told of a preset', () => {
  for (const fit of imageFits)
    it(`is the one that the image gets with ${fit}`, async () => {
      for (const image of images)
        for (const box of boxes) {
          const source = sharp({ create: { ...image, channels: 3, background: 'red' } })
          const resized = source.png().resize({ ...box, fit, withoutEnlargement: true })
          const { info } = await resized.toBuffer({ resolveWithObject: true })
          const { width, height } = derivedSize(image, { ...box, fit })
          expect([width, height], JSON.stringify([image, box])).to.deep.equal([info.width, info.height])
        }
    })
})
