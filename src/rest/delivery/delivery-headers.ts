import { matchCors } from '../../core/buckets/cors.ts'
import { extensionOfType } from '../../lib/media-type.ts'
import { contentDisposition, fileNameIn } from '../../lib/content-disposition.ts'
import { formEtag } from './form-etag.ts'
import type { DeliveryPlan } from './plan-delivery.ts'
import type { Bucket } from '../../core/buckets/bucket.ts'
import type { ByteSlice } from '../../core/ports.ts'
import type { Delivered } from '../../core/derived/open-delivery.ts'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { ObjectVersion } from '../../core/objects/object-version.ts'

interface Presentation {
  /** Whether anyone may have it, shared caches too. */
  readonly isPublic: boolean
  /** The name under which it is to be saved. Absent: it is shown where that is safe. */
  readonly download?: string | undefined
}

/** The headers of an answer, but for those that tell of its bytes. */
export function sharedHeaders(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  { bucket, version, plan, form }: Delivered<DeliveryPlan>,
  { isPublic }: Presentation,
): OutgoingHttpHeaders {
  const sent = form.kind === 'none' ? plan.wanted : form
  return {
    ETag: formEtag(version, sent),
    'Last-Modified': new Date(version.lastModified).toUTCString(),
    'Cache-Control': headerSafe(cacheControl(bucket, version, isPublic)),
    ...(plan.vary.length > 0 && { Vary: plan.vary.join(', ') }),
    ...corsHeaders(request, bucket),
  }
}

/** The headers that tell of the bytes, and what a browser may do with them. */
export function contentHeaders(
  delivered: Delivered<DeliveryPlan>,
  { download }: Presentation,
): OutgoingHttpHeaders {
  const { version, plan, contentType = plan.contentType } = delivered
  const { contentLanguage } = version.attributes
  return {
    'Content-Type': headerSafe(contentType),
    ...(contentLanguage !== undefined && { 'Content-Language': headerSafe(contentLanguage) }),
    ...byteHeaders(delivered),
    'Content-Disposition': headerSafe(disposition(version, contentType, download)),
    'Content-Security-Policy': contentType.startsWith('application/pdf') ? policyOfPdf : policy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
}

function byteHeaders({ version, plan, form, size }: Delivered<DeliveryPlan>): OutgoingHttpHeaders {
  const sent = form.kind === 'none' ? plan.wanted : form
  if (sent.kind === 'image') return { 'Accept-Ranges': 'none', 'Content-Length': size }
  const encoding = sent.kind === 'compressed' ? sent.coding : version.attributes.contentEncoding
  // Nothing is compressed for a HEAD, so nobody knows how long it would be.
  const isLengthKnown = form.kind !== 'none' || sent.kind === 'stored'
  return {
    'Accept-Ranges': 'bytes',
    ...(isLengthKnown && { 'Content-Length': size }),
    ...(sent.kind === 'stored' && sent.slice && { 'Content-Range': rangeOf(sent.slice, version) }),
    ...(encoding !== undefined && { 'Content-Encoding': headerSafe(encoding) }),
  }
}

const rangeOf = ({ start, end }: ByteSlice, { size }: ObjectVersion) =>
  `bytes ${String(start)}-${String(end)}/${String(size)}`

/** Nothing runs, and nothing is asked of anyone, should the file be a document. */
const policy =
  "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox"
/** Chrome shows no PDF in a sandbox; its viewer is one. */
const policyOfPdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"

/** What is not for everyone is asked for again each time, whatever it was stored with. */
function cacheControl({ configuration }: Bucket, { attributes }: ObjectVersion, isPublic: boolean): string {
  if (!isPublic) return 'private, no-cache'
  return attributes.cacheControl ?? configuration.delivery?.cacheControl ?? 'public, no-cache'
}

/** Documents that can hold scripts are saved, never shown. */
const active =
  /^(?:text\/(?:html|xml|javascript|ecmascript)|application\/(?:xml|javascript|ecmascript|xhtml\+xml|x-shockwave-flash)|image\/svg\+xml|[^/]+\/[^/;]+\+xml|multipart\/)/i

function disposition(
  { key, attributes: { contentDisposition: stored } }: ObjectVersion,
  contentType: string,
  download: string | undefined,
): string {
  if (download !== undefined) return contentDisposition('attachment', download)
  const name = (stored === undefined ? undefined : fileNameIn(stored)) ?? key.slice(key.lastIndexOf('/') + 1)
  const isAttached = active.test(contentType) || /^\s*attachment/i.test(stored ?? '')
  return contentDisposition(isAttached ? 'attachment' : 'inline', nameFor(name, contentType))
}

/** An image may have become one of another format. */
function nameFor(name: string, contentType: string): string {
  const extension = extensionOfType(contentType)
  const isImage = contentType.startsWith('image/')
  if (!isImage || extension === '' || !/\.(?:jpe?g|png|webp|avif|gif|tiff?)$/i.test(name)) return name
  const isRight = new RegExp(`\\.(?:${extension}${extension === 'jpg' ? '|jpeg' : ''})$`, 'i')
  return isRight.test(name) ? name : name.replace(/[^.]+$/, extension)
}

function corsHeaders(
  { method = '', headers: { origin } }: Pick<IncomingMessage, 'method' | 'headers'>,
  { configuration: { cors = [] } }: Bucket,
): OutgoingHttpHeaders {
  if (origin === undefined) return {}
  const { Vary: _vary, ...allowed } = matchCors(cors, { origin, method, requestHeaders: [] }) ?? {}
  return allowed
}

/** What was stored through another face may hold characters that no header can. */
const headerSafe = (value: string): string => value.replace(/[^\x20-\x7e\x80-\xff]/g, '')
