import { codecs } from '../s3/codecs.ts'
import { readConditionsOf } from '../s3/object-input.ts'
import { objectOutput } from '../s3/object-output.ts'
import { headerSafe, type Redirect } from './redirect.ts'
import type { FoundObject, OpenedObject } from '../core/objects/open-object.ts'
import type { Visit } from './visit.ts'

export interface Page {
  readonly status: number
  /** Names and values in turn. */
  readonly headers: string[]
  readonly body: OpenedObject['body'] | undefined
}

/** An object as a visitor sees it: its bytes, or where it redirects to. Throws what GetObject throws. */
export async function openPage(
  { core, exchange: { request }, asked: { bucket }, visitor }: Visit,
  key: string,
): Promise<Page | Redirect> {
  const object = { bucket, key, versionId: undefined }
  const input = codecs.GetObject.parse({ address: object, query: new Map(), headers: request.headers })
  const wanted = { range: input.Range, conditions: readConditionsOf(input) }
  if (request.method === 'HEAD') return pageOf(await core.objects.find(visitor, object, wanted))
  const opened = await core.objects.open(visitor, object, wanted)
  const page = pageOf(opened, opened.body)
  if (!('body' in page) && !Buffer.isBuffer(opened.body)) opened.body.destroy()
  return page
}

/** The page for errors, whole, whatever part or condition the request names. Throws what GetObject throws. */
export async function openErrorPage(
  { core, exchange: { request }, asked: { bucket }, visitor }: Visit,
  key: string,
): Promise<Page> {
  const object = { bucket, key, versionId: undefined }
  if (request.method === 'HEAD') return plainPage(await core.objects.find(visitor, object), undefined)
  const opened = await core.objects.open(visitor, object)
  return plainPage(opened, opened.body)
}

function pageOf(found: FoundObject, body?: Page['body']): Page | Redirect {
  const { websiteRedirectLocation: location } = found.version.attributes
  return location === undefined ? plainPage(found, body) : { status: 301, location: headerSafe(location) }
}

function plainPage(found: FoundObject, body: Page['body']): Page {
  const { status, headers } = codecs.GetObject.write(objectOutput(found, { withChecksum: false }))
  return { status, headers, body }
}
