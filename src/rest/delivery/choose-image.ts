import { S3Error } from '../../core/errors.ts'
import { checkImageSpec, type ImageSpec, type SettledImage } from '../../core/derived/image-spec.ts'
import { isPicture } from '../../core/derived/picture.ts'
import { qualities } from './qualities.ts'
import type { Delivery } from '../../core/buckets/delivery.ts'

/** What a URL asks of an image: `width`, `height`, `fit`, `quality`, `format` and `preset`; other parameters mean nothing here. */
export type ImageQuery = ReadonlyMap<string, string>

const members = ['width', 'height', 'fit', 'quality', 'format'] as const

interface Asked {
  readonly query: ImageQuery
  /** The Accept header. */
  readonly accept: string | undefined
}

interface ChosenImage {
  readonly image: SettledImage
  /** Whether another browser would get another format. */
  readonly dependsOnAccept: boolean
}

/** The image that a URL asks for; undefined when it asks for none. Throws InvalidArgument, and UnsupportedMediaType for an object that is no picture. */
export function chooseImage(
  { query, accept }: Asked,
  delivery: Delivery,
  type: string,
): ChosenImage | undefined {
  const spec = specOf(query, delivery)
  if (!spec) return undefined
  checkImageSpec(spec)
  if (!isPicture(type)) {
    throw new S3Error('UnsupportedMediaType', { message: `No images are made of ${type}.` })
  }
  const { format, ...image } = spec
  if (format !== 'auto') return { image: { ...image, format }, dependsOnAccept: false }
  return { image: { ...image, format: smallest(accept) }, dependsOnAccept: true }
}

/** Absent: the source's own. */
function smallest(accept: string | undefined): SettledImage['format'] {
  const accepted = qualities(accept)
  return (['avif', 'webp'] as const).find((format) => (accepted.get(`image/${format}`) ?? 0) > 0)
}

function specOf(query: ImageQuery, delivery: Delivery): ImageSpec | undefined {
  const name = query.get('preset')
  const given = members.filter((member) => query.has(member))
  if (name === undefined && given.length === 0) return undefined
  if (delivery.onlyPresets && (name === undefined || given.length > 0))
    throw invalid('preset', name ?? '', 'This bucket only makes images by preset.')
  const preset = name === undefined ? {} : presetOf(name, delivery)
  return { ...preset, ...Object.fromEntries(given.map((member) => [member, valueOf(member, query)])) }
}

function presetOf(name: string, { presets = {} }: Delivery): ImageSpec {
  const preset = new Map(Object.entries(presets)).get(name)
  if (preset) return preset
  throw invalid('preset', name, 'The bucket has no preset of that name.')
}

/** What is no number is refused as one that there is not. */
function valueOf(member: (typeof members)[number], query: ImageQuery): string | number {
  const text = query.get(member) ?? ''
  if (member === 'fit' || member === 'format') return text
  return /^\d{1,5}$/.test(text) ? Number(text) : NaN
}

const invalid = (name: string, value: string, message: string) =>
  new S3Error('InvalidArgument', { message, detail: { ArgumentName: name, ArgumentValue: value } })
