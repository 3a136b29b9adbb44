import type { Middleware } from 'koa'
import { paysItself } from '../core/buckets/request-payment.ts'
import { S3Error } from '../core/errors.ts'
import { asS3Error, type OnFault } from '../s3/as-s3-error.ts'
import { exchangeOf } from '../s3/exchange.ts'
import { allowSiteOrigin } from './allow-origin.ts'
import { openPage } from './open-page.ts'
import { redirectAll, routed } from './redirect.ts'
import { refuseVisit, sendErrorPage } from './refuse.ts'
import { sendPage, sendRedirect } from './send-page.ts'
import { visitOf, type Visit } from './visit.ts'
import type { Core } from '../core/create-core.ts'
import type { OriginOf } from '../http/forwarded.ts'

export interface WebsiteOptions {
  readonly core: Core
  readonly originOf: OriginOf
  /** The bucket that a host stands for; undefined leaves the request to whoever comes next. */
  readonly bucketOf: (host: string | undefined) => string | undefined
  readonly onFault: OnFault
}

/** Serves buckets as websites. https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html */
export const websiteHandler =
  (options: WebsiteOptions): Middleware =>
  async (ctx, next) => {
    const origin = options.originOf(ctx.req)
    const bucket = options.bucketOf(origin.host)
    if (bucket === undefined) {
      await next()
      return
    }
    ctx.respond = false
    const exchange = exchangeOf(ctx)
    exchange.notes.operation = 'Website'
    exchange.notes.remoteAddress = origin.remoteAddress
    try {
      await options.core.catalog.refresh()
      await serve(visitOf(options.core, exchange, { bucket, origin }), options)
    } catch (error) {
      sendErrorPage(exchange, asS3Error(error, exchange, options))
    }
  }

async function serve(visit: Visit, options: WebsiteOptions): Promise<void> {
  const { core, exchange, asked, visitor } = visit
  requireReading(exchange.request.method)
  const website = await core.buckets.getWebsite(visitor, asked.bucket)
  const bucket = await core.buckets.get(visitor, asked.bucket)
  // Visitors cannot agree to pay.
  if (paysItself(bucket, visitor)) throw new S3Error('AccessDenied')
  allowSiteOrigin(exchange, bucket)
  const elsewhere = website.redirectAll
    ? redirectAll(website.redirectAll, asked)
    : routed(website.routingRules, asked)
  if (elsewhere) return sendRedirect(exchange, elsewhere)
  try {
    const isFolder = asked.key === '' || asked.key.endsWith('/')
    await sendPage(
      exchange,
      await openPage(visit, isFolder ? `${asked.key}${website.indexSuffix ?? ''}` : asked.key),
    )
  } catch (error) {
    await refuseVisit(visit, website, asS3Error(error, exchange, options))
  }
}

function requireReading(method = ''): void {
  if (method === 'GET' || method === 'HEAD') return
  throw new S3Error('MethodNotAllowed', { detail: { Method: method, ResourceType: 'OBJECT' } })
}
