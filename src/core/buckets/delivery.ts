import { S3Error } from '../errors.ts'
import { checkImageSpec, type ImageSpec } from '../derived/image-spec.ts'
import type { UploadRules } from './upload-rules.ts'

/** How a bucket serves browsers, and what it takes from them. */
export interface Delivery {
  /** Of public objects that were not stored with one. */
  readonly cacheControl?: string | undefined
  /** Absent: objects that are worth it are sent compressed. */
  readonly compress?: boolean | undefined
  /** Images by name: `?preset=thumbnail`. */
  readonly presets?: Readonly<Record<string, ImageSpec>> | undefined
  /** Whether images are only made by the presets, so that visitors cannot ask for any number of them. */
  readonly onlyPresets?: boolean | undefined
  /** What images become that applications upload; S3 clients get back what they put. */
  readonly onUpload?: ImageSpec | undefined
  readonly rules?: UploadRules | undefined
  /** Name of the target of notifications that is told of each change, so that a CDN forgets what it holds. */
  readonly purge?: string | undefined
}

/** Throws InvalidArgument. */
export function checkDelivery({ cacheControl, presets = {}, onUpload, rules }: Delivery): void {
  if (cacheControl !== undefined && !/^[\x20-\x7e]{1,256}$/.test(cacheControl))
    throw invalid('cacheControl is up to 256 printable characters.')
  for (const [name, preset] of Object.entries(presets)) {
    if (!/^[\w-]{1,64}$/.test(name)) throw invalid(`A preset cannot be named ${JSON.stringify(name)}.`)
    checkImageSpec(preset)
  }
  if (onUpload) checkImageSpec(onUpload)
  if (onUpload?.format === 'auto') throw invalid('An image is stored in one format, so it is not auto.')
  if (rules) checkRules(rules)
}

function checkRules({
  allowedExtensions = [],
  forbiddenExtensions = [],
  allowedTypes = [],
  maxBytes = 1,
}: UploadRules): void {
  const extension = [...allowedExtensions, ...forbiddenExtensions].find((name) => !/^[a-z0-9_-]+$/.test(name))
  if (extension !== undefined)
    throw invalid(`An extension is in lower case and without its dot, unlike ${JSON.stringify(extension)}.`)
  const type = allowedTypes.find((name) => !/^[a-z]+\/(?:\*|[\w.+-]+)$/.test(name))
  if (type !== undefined)
    throw invalid(`A media type is like image/png or image/*, unlike ${JSON.stringify(type)}.`)
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1) throw invalid('maxBytes is a number from 1.')
}

const invalid = (message: string) => new S3Error('InvalidArgument', { message })
