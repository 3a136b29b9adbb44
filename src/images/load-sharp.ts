import type sharpModule from 'sharp'

type Sharp = typeof sharpModule

let loading: Promise<Sharp> | undefined

/** The library, loaded for the first image: it takes memory that a server without images need not spend. */
export const loadSharp = (): Promise<Sharp> => (loading ??= load())

/** Formats that are decoded; libvips knows many more, each of them a way in. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff']

async function load(): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: loaders.map((name) => `VipsForeignLoad${name}`) })
  return sharp
}
