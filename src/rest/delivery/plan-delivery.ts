import { S3Error } from '../../core/errors.ts'
import { matchesStrongly, parseEntityTags } from '../../core/objects/entity-tags.ts'
import { resolveRange } from '../../core/objects/range.ts'
import { chooseForm, type ChosenForm } from './choose-form.ts'
import { isUnchanged } from './delivery-conditions.ts'
import { formEtag } from './form-etag.ts'
import type { ImageQuery } from './choose-image.ts'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { ByteSlice } from '../../core/ports.ts'
import type { DeliveredForm } from '../../core/derived/open-delivery.ts'
import type { LocatedVersion } from '../../core/objects/get-version.ts'
import type { ObjectVersion } from '../../core/objects/object-version.ts'

/** What a browser gets of an object, decided before a byte is read. */
export interface DeliveryPlan extends Pick<ChosenForm, 'contentType' | 'vary'> {
  readonly isUnchanged: boolean
  /** What is read. */
  readonly form: DeliveredForm
  /** What a GET would get. */
  readonly wanted: DeliveredForm
}

/** Throws PreconditionFailed, InvalidRange, and what chooseForm throws. */
export function planDelivery(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  located: LocatedVersion,
  query: ImageQuery,
): DeliveryPlan {
  const { version } = located
  const { form: whole, ...chosen } = chooseForm(headers, located, query)
  if (isUnchanged(headers, version, formEtag(version, whole)))
    return { isUnchanged: true, form: nothing, wanted: whole, ...chosen }
  const isImage = whole.kind === 'image'
  const slice = method === 'GET' && !isImage ? sliceOf(headers, version) : undefined
  const wanted = slice ? ({ kind: 'stored', slice } as const) : whole
  // Only once an image is made, its size is known.
  const form = method === 'HEAD' && !isImage ? nothing : wanted
  return { isUnchanged: false, form, wanted, ...chosen }
}

const nothing = { kind: 'none' } as const

/** Of the stored bytes. Throws InvalidRange. */
function sliceOf(headers: IncomingHttpHeaders, version: ObjectVersion): ByteSlice | undefined {
  const { range, 'if-range': condition } = headers
  if (range === undefined || (typeof condition === 'string' && !isStill(condition, version))) return undefined
  try {
    return resolveRange(range, version.size)
  } catch (error) {
    if (!(error instanceof S3Error)) throw error
    const { code, message, detail } = error
    throw new S3Error(code, {
      message,
      detail,
      headers: { 'Content-Range': `bytes */${String(version.size)}` },
    })
  }
}

/** If-Range (RFC 9110, 13.1.5): the very entity tag or the very date. */
const isStill = (condition: string, { etag, lastModified }: ObjectVersion): boolean =>
  /^(?:W\/)?"/.test(condition)
    ? matchesStrongly(parseEntityTags(condition), etag)
    : Date.parse(condition) === Math.floor(lastModified / 1000) * 1000
