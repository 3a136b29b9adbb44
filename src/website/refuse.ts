import { S3Error } from '../core/errors.ts'
import { send, sendUnread } from '../s3/send.ts'
import { errorPage, type Explanation } from './error-page.ts'
import { openErrorPage } from './open-page.ts'
import { escapeKey, routed } from './redirect.ts'
import { sendRedirect } from './send-page.ts'
import type { Exchange } from '../s3/exchange.ts'
import type { Visit } from './visit.ts'
import type { Website } from '../core/buckets/website.ts'

/** Answers with an error as the website wants it: a redirect to the folder or by a rule, its own page, or else S3's. */
export async function refuseVisit(visit: Visit, website: Website, error: S3Error): Promise<void> {
  const { asked, exchange } = visit
  if (await isFolder(visit, website, error)) {
    sendFound(exchange, `/${escapeKey(asked.key)}/`)
    return
  }
  const elsewhere = routed(website.routingRules, asked, error.status)
  if (elsewhere) await sendRedirect(exchange, elsewhere)
  else await sendOwnPage(visit, website.errorKey, error)
}

/** Whether what was not found is a folder with an index document. */
async function isFolder({ core, asked, visitor }: Visit, website: Website, error: S3Error): Promise<boolean> {
  if (error.status !== 404 && error.status !== 403) return false
  if (asked.key === '' || asked.key.endsWith('/')) return false
  try {
    const key = `${asked.key}/${website.indexSuffix ?? ''}`
    await core.objects.find(visitor, { bucket: asked.bucket, key, versionId: undefined })
    return true
  } catch (cause) {
    if (cause instanceof S3Error) return false
    throw cause
  }
}

async function sendOwnPage(visit: Visit, key: string | undefined, error: S3Error): Promise<void> {
  const { exchange } = visit
  if (key === undefined || error.status < 400 || error.status >= 500) {
    sendErrorPage(exchange, error)
    return
  }
  try {
    const { headers, body } = await openErrorPage(visit, key)
    await send(exchange, { status: error.status, headers: [...headers, ...errorHeaders(error)], body })
  } catch (cause) {
    if (!(cause instanceof S3Error)) throw cause
    sendErrorPage(exchange, error, cause)
  }
}

/** Sends S3's page, which says so when the website's own cannot be shown. */
export function sendErrorPage(exchange: Exchange, error: S3Error, customError?: S3Error): void {
  const { response } = exchange
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const headers = [...Object.entries(error.headers).flat(), ...errorHeaders(error)]
  sendHtml(exchange, error, { headers, customError })
}

/** S3 tells where the folder is, and shows a page to browsers that do not follow. */
function sendFound(exchange: Exchange, location: string): void {
  const found = { status: 302, code: 'Found', message: 'Resource Found', detail: {} }
  sendHtml(exchange, found, { headers: ['Location', location] })
}

interface HtmlOptions {
  readonly headers: string[]
  readonly customError?: S3Error | undefined
}

function sendHtml(exchange: Exchange, explanation: Explanation, { headers, customError }: HtmlOptions): void {
  const { status } = explanation
  if (status === 304) {
    sendUnread(exchange, { status, headers, body: undefined })
    return
  }
  const { request, notes } = exchange
  const page = errorPage(explanation, { requestId: notes.requestId, customError })
  sendUnread(exchange, {
    status,
    headers: [...headers, 'Content-Type', 'text/html; charset=utf-8'],
    body: request.method === 'HEAD' ? undefined : page,
  })
}

const errorHeaders = ({ status, code, message }: S3Error): string[] =>
  status === 304 ? [] : ['x-amz-error-code', code, 'x-amz-error-message', message]
