import sharp from 'sharp'

interface Picture {
  readonly width: number
  readonly height: number
}

/** A photograph-like picture: noise would not compress, and one colour would be no work. */
export const jpegOf = ({ width, height }: Picture): Promise<Buffer> =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#336699',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .blur(1)
    .jpeg({ quality: 90 })
    .toBuffer()

/** A picture of one colour. */
export const pngOf = ({ width, height }: Picture): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: '#33669980' } })
    .png()
    .toBuffer()

/** Frames of which each has another colour. */
export const movingGif = async ({ width, height }: Picture): Promise<Buffer> => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
      sharp({ create: { width, height, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
}
