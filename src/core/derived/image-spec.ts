import { S3Error } from '../errors.ts'

export const imageFits = ['cover', 'contain', 'fill', 'inside', 'outside'] as const
export const imageFormats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const

export type ImageFormat = (typeof imageFormats)[number]

/** How an image is to look. Without width and height it keeps its size; it never grows. */
export interface ImageSpec {
  /** In pixels, as for `height`. */
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** How it fills the box of width and height; `cover` unless told otherwise. */
  readonly fit?: (typeof imageFits)[number] | undefined
  /** 1 to 100. */
  readonly quality?: number | undefined
  /** Absent: that of the source; `auto`: the smallest that the browser takes. */
  readonly format?: ImageFormat | 'auto' | undefined
}

/** One whose format no longer depends on who asks. */
export type SettledImage = Omit<ImageSpec, 'format'> & { readonly format?: ImageFormat | undefined }

const mostPixels = 8192

/** Throws InvalidArgument, which names the member. */
export function checkImageSpec({ width, height, quality, fit, format }: ImageSpec): void {
  checkNumber('width', width, mostPixels)
  checkNumber('height', height, mostPixels)
  checkNumber('quality', quality, 100)
  checkName('fit', fit, imageFits)
  checkName('format', format, [...imageFormats, 'auto'])
}

function checkNumber(name: string, value: number | undefined, most: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) return
  throw invalid(name, String(value), `1 to ${String(most)}`)
}

function checkName(name: string, value: string | undefined, allowed: readonly string[]): void {
  if (value !== undefined && !allowed.includes(value)) throw invalid(name, value, allowed.join(', '))
}

const invalid = (name: string, value: string, allowed: string) =>
  new S3Error('InvalidArgument', {
    message: `The ${name} of an image is ${allowed}.`,
    detail: { ArgumentName: name, ArgumentValue: value },
  })

/** The same text for the same image. */
export const imageForm = ({ width, height, fit, quality, format }: SettledImage): string =>
  `image:${JSON.stringify([width ?? null, height ?? null, fit ?? null, quality ?? null, format ?? null])}`
